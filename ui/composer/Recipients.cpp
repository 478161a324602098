#include "ui/composer/Recipients.h"

#include <QStringList>

namespace isthmus::composer {

using namespace model;

namespace {

QStringList splitRecipients(const QString &text)
{
    QStringList parts(QString{});
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\\' && quoted && i + 1 < text.size()) {
            parts.back() += c;
            parts.back() += text.at(++i);
            continue;
        }
        if (c == u'"')
            quoted = !quoted;
        if (!quoted && (c == u',' || c == u';'))
            parts.append(QString());
        else
            parts.back() += c;
    }
    return parts;
}

QString unquoted(QString name)
{
    name = name.trimmed();
    if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"')) {
        name = name.mid(1, name.size() - 2);
        name.replace(QStringLiteral("\\\""), QStringLiteral("\"")).replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
    }
    return name;
}

}

base::Result<MailboxList> parseRecipients(const QString &text)
{
    MailboxList mailboxes;
    for (const QString &part : splitRecipients(text)) {
        const QString trimmed = part.trimmed();
        if (trimmed.isEmpty())
            continue;
        const auto open = trimmed.lastIndexOf(u'<');
        const bool named = open >= 0 && trimmed.endsWith(u'>');
        const QString address = named ? trimmed.mid(open + 1, trimmed.size() - open - 2).trimmed() : trimmed;
        const auto parsed = MailAddress::parse(address);
        if (!parsed)
            return base::Error{base::Fault::Malformed, trimmed};
        mailboxes.push_back({named ? unquoted(trimmed.left(open)) : QString(), parsed.value()});
    }
    return mailboxes;
}

QString recipientsText(const MailboxList &mailboxes)
{
    QStringList texts;
    for (const Mailbox &mailbox : mailboxes) {
        const QString address = mailbox.address.toString();
        if (mailbox.name.isEmpty()) {
            texts.append(address);
            continue;
        }
        QString name = mailbox.name;
        name.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        texts.append(QStringLiteral("\"%1\" <%2>").arg(name, address));
    }
    return texts.join(QStringLiteral(", "));
}

}
