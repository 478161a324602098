#pragma once

#include "core/reader/ReaderPool.h"
#include "tests/support/Waiting.h"

#include <QTest>

namespace isthmus::test {

/// A pool of test readers in a world of some kind, and its answers waited for.
class Cage : public QObject
{
public:
    enum class Fonts { Few, All };

    /// \p world: words of isthmus-reader-world. \p wall: when a child that does nothing is given up.
    explicit Cage(const QStringList &world, std::chrono::milliseconds wall = std::chrono::seconds(30),
                  Fonts fonts = Fonts::Few, const QStringList &arguments = {});

    [[nodiscard]] base::Result<model::Mail> read(const QByteArray &raw);
    [[nodiscard]] std::vector<base::Result<model::Mail>> readMany(const std::vector<QByteArray> &raws);
    [[nodiscard]] base::Result<QByteArray> layout(const QByteArray &raw, const port::LayoutWish &wish = {});
    [[nodiscard]] static QByteArray planted(const QString &name, const QByteArray &more = {});
    /// What became of a planted attempt, in words: "errno 13", "done" or another answer of the attempt;
    /// "Timeout: …" or the like when the child did not live to tell.
    [[nodiscard]] QString attempt(const QString &name, const QByteArray &more = {});
    /// An honest mail is answered.
    [[nodiscard]] bool answersTheNext();

    static constexpr std::uint64_t nonce = 0x1234567890ABCDEF;

private:
    template <typename T>
    base::Result<T> wait(const base::Task<T> &task)
    {
        std::optional<base::Result<T>> result;
        task.then(this, [&](const base::Result<T> &r) { result = r; });
        [[maybe_unused]] const bool came = comesTrue([&] { return result.has_value(); }, 60'000);
        return result.value_or(base::Error{base::Fault::Cancelled, QStringLiteral("the test gave up")});
    }

    std::unique_ptr<reader::ReaderPool> m_pool;
    int m_next = 0;
};

/// The worlds that this user can make, each with a name; root can make all.
[[nodiscard]] QList<std::pair<QString, QStringList>> worlds();

}
