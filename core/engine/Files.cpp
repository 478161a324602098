#include "core/engine/Files.h"

#include "core/engine/EnginePrivate.h"
#include "core/engine/FileShelf.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace isthmus::engine {

using base::Error;
using base::Fault;
using model::FileStage;

namespace {

/// Stays free for everything else.
constexpr std::uint64_t reserve = 64u << 20;

}

Files::Files(Engine &engine) : m_engine(*engine.d)
{
    m_engine
        .write([](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            discardOpenFiles(connection, changes);
            return base::Done{};
        })
        .ignore();
}

base::Task<base::Done> Files::accept(model::ItemId item)
{
    return answer(item, true);
}

base::Task<base::Done> Files::decline(model::ItemId item)
{
    return answer(item, false);
}

base::Task<base::Done> Files::answer(model::ItemId item, bool accept)
{
    if (m_underWay.contains(item))
        return base::Task<base::Done>::ready(Error{Fault::Conflict, QStringLiteral("it is being answered")});
    m_underWay.insert(item);
    base::Promise<base::Done> promise;
    m_engine.database
        ->read([item, accept](store::Connection &connection) -> base::Result<Question> {
            const auto expected = store::FileTable(connection).expected(item);
            const auto row = expected ? store::ItemTable(connection).one(item) : std::nullopt;
            if (!row || row->item.attachments.empty())
                return Error{Fault::NotFound, QStringLiteral("nothing is offered")};
            if (accept && model::fileStage(row->item) != FileStage::Offered)
                return Error{Fault::Conflict, QStringLiteral("it is coming already")};
            return Question{expected->account, expected->offer, row->item.attachments.front().bytes};
        })
        .then(this, [this, item, accept, promise](const base::Result<Question> &question) {
            if (question) {
                ask(item, *question, accept, promise);
                return;
            }
            m_underWay.remove(item);
            promise.finish(question.error());
        });
    return promise.task();
}

void Files::ask(model::ItemId item, const Question &question, bool accept, const base::Promise<base::Done> &promise)
{
    if (accept && !hasRoom(question.bytes)) {
        m_underWay.remove(item);
        promise.finish(Error{Fault::Storage, QStringLiteral("no room for the file")});
        return;
    }
    m_engine.links->perform(question.account, model::AnswerFile{question.offer, accept})
        .then(this, [this, item, accept, promise](const base::Result<model::CommandResult> &result) {
            note(item, accept, result, promise);
        });
}

void Files::note(model::ItemId item, bool accept, const base::Result<model::CommandResult> &result,
                 const base::Promise<base::Done> &promise)
{
    m_underWay.remove(item);
    const bool isGone = !result && result.error().fault == Fault::NotFound;
    // A no needs nobody's consent; a yes that could not be said can be said again.
    if (!result && !isGone && accept) {
        promise.finish(result.error());
        return;
    }
    const FileStage stage = !accept ? FileStage::Declined : isGone ? FileStage::Withdrawn : FileStage::Coming;
    m_engine
        .write([item, stage](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            setFileStage(connection, changes, item, stage);
            return base::Done{};
        })
        .then(this, [promise, isGone, accept](const base::Result<base::Done> &noted) {
            if (noted && accept && isGone)
                promise.finish(Error{Fault::NotFound, QStringLiteral("the offer is no more")});
            else
                promise.finish(noted);
        });
}

bool Files::hasRoom(std::uint64_t bytes) const
{
    // It is written twice, to the log of the transaction first.
    const QStorageInfo disk(QFileInfo(m_engine.parts.databasePath).absolutePath());
    return !disk.isValid() || disk.bytesAvailable() < 0
           || static_cast<std::uint64_t>(disk.bytesAvailable()) >= 2 * bytes + reserve;
}

}
