#pragma once

#include "core/compose/LineList.h"
#include "core/model/MailAddress.h"

#include <QByteArray>
#include <QString>

namespace isthmus::compose {

/// Writes one header field (RFC 5322 2.2), folded at 78 columns. Pieces are separated by one blank, where a fold may be.
class HeaderField
{
public:
    /// \p name must be a field name, else the list that takes it is spoilt.
    explicit HeaderField(const QByteArray &name);

    /// A piece that is never broken.
    HeaderField &piece(const QByteArray &text);
    /// Unstructured text: as it is where that is safe and foldable, else in encoded words.
    HeaderField &text(const QString &text);
    /// A display name: words, a quoted string, or encoded words.
    HeaderField &phrase(const QString &name);
    HeaderField &mailboxes(const model::MailboxList &list);
    /// Text where encoded words are not allowed; what is not ASCII becomes "?".
    HeaderField &plain(const QString &text);

    void writeTo(LineList &lines) const;

private:
    [[nodiscard]] qsizetype room() const;

    bool m_valid = true;
    QByteArrayList m_lines;
};

/// "bob@example.net" with the domain as A-label, the local part quoted where it must be; UTF-8 in it stays (RFC 6532).
[[nodiscard]] QByteArray addrSpec(const model::MailAddress &address);

/// True for "<left@right>" of printable ASCII without blanks (RFC 5322 3.6.4), short enough for one line.
[[nodiscard]] bool isMessageId(const QString &id);

}
