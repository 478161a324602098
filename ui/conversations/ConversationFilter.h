#pragma once

#include "core/base/Timestamp.h"
#include "core/engine/Conversations.h"

#include <QSortFilterProxyModel>

namespace isthmus::conversations {

enum class Shown : std::uint8_t { All, Unread, Chats, Mail };

/// Narrows the conversation list by kind and by words in name, address or last line, and gives each row
/// its words for screen readers. The source needs engine::Conversations' RowRole.
class ConversationFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ConversationFilter(base::Clock clock, QObject *parent = nullptr);

    void setShown(Shown shown);
    void setWords(const QString &words);
    /// This person stays in the list although it no longer matches: reading must not make a row vanish
    /// under the hand. Invalid for nobody.
    void setKept(model::PersonId person);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &parent) const override;

private:
    base::Clock m_clock;
    Shown m_shown = Shown::All;
    QStringList m_words;
    model::PersonId m_kept;
};

[[nodiscard]] engine::ConversationRow rowOf(const QModelIndex &index);

}
