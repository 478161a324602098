#include "core/port/MailReader.h"

#include <QObject>

#include <memory>

namespace isthmus::port {

namespace {

/// Results that come one by one, until the last completes them.
struct Gathering {
    explicit Gathering(std::size_t count)
        : results(count, base::Error{base::Fault::Cancelled, QStringLiteral("not read")}), missing(count)
    {}
    std::vector<base::Result<model::Mail>> results;
    std::size_t missing;
    base::Promise<std::vector<base::Result<model::Mail>>> promise;
};

}

base::Task<std::vector<base::Result<model::Mail>>> MailReader::readMany(std::vector<QByteArray> raws)
{
    const auto gathering = std::make_shared<Gathering>(raws.size());
    if (raws.empty()) {
        gathering->promise.finish(std::vector<base::Result<model::Mail>>());
        return gathering->promise.task();
    }
    auto *context = new QObject; // lives until the last of them
    for (std::size_t i = 0; i < raws.size(); ++i) {
        read(std::move(raws[i])).then(context, [gathering, context, i](const base::Result<model::Mail> &mail) {
            gathering->results[i] = mail;
            if (--gathering->missing > 0)
                return;
            gathering->promise.finish(std::move(gathering->results));
            context->deleteLater();
        });
    }
    return gathering->promise.task();
}

}
