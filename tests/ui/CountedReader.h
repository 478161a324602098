#pragma once

#include "core/reader/ReaderPool.h"

namespace isthmus::test {

/// The real reader, and how many of its answers are still to come.
class CountedReader final : public port::MailReader
{
public:
    CountedReader(const reader::ReaderConfig &config, int &open) : m_pool(config), m_open(open) {}
    base::Task<model::Mail> read(QByteArray raw) override { return counted(m_pool.read(std::move(raw))); }
    base::Task<std::vector<base::Result<model::Mail>>> readMany(std::vector<QByteArray> raws) override
    {
        return counted(m_pool.readMany(std::move(raws)));
    }
    base::Task<QByteArray> part(QByteArray raw, QString section) override
    {
        return counted(m_pool.part(std::move(raw), std::move(section)));
    }
    base::Task<QByteArray> layout(QByteArray raw, port::LayoutWish wish) override
    {
        ++layouts;
        return counted(m_pool.layout(std::move(raw), std::move(wish)));
    }

    inline static int layouts = 0; ///< that were ever asked for

private:
    template <typename T>
    base::Task<T> counted(base::Task<T> task)
    {
        ++m_open;
        base::Promise<T> promise;
        task.then(&m_context, [this, promise](base::Result<T> result) {
            promise.finish(std::move(result));
            --m_open;
        });
        return promise.task();
    }

    reader::ReaderPool m_pool;
    int &m_open;
    QObject m_context;
};

}
