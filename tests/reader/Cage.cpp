#include "tests/reader/Cage.h"

#include "tests/support/TestMain.h"

#include <unistd.h>

namespace isthmus::test {

Cage::Cage(const QStringList &world, std::chrono::milliseconds wall, Fonts fonts, const QStringList &arguments)
{
    reader::ReaderConfig config;
    config.program = buildPath(QStringLiteral("tests/isthmus-reader-world"));
    const QString program = buildPath(fonts == Fonts::Few ? QStringLiteral("tests/fewfonts/isthmus-reader-attack")
                                                          : QStringLiteral("tests/isthmus-reader-attack"));
    config.arguments = world + QStringList{program} + arguments;
    config.processes = 1;
    config.restartWait = [](int) { return std::chrono::milliseconds(10); };
    config.wallLimit = [wall](std::uint64_t) { return wall; };
    config.nonce = [] { return nonce; };
    m_pool = std::make_unique<reader::ReaderPool>(std::move(config));
}

base::Result<model::Mail> Cage::read(const QByteArray &raw)
{
    return wait(m_pool->read(raw));
}

base::Result<QByteArray> Cage::layout(const QByteArray &raw, const port::LayoutWish &wish)
{
    return wait(m_pool->layout(raw, wish));
}

std::vector<base::Result<model::Mail>> Cage::readMany(const std::vector<QByteArray> &raws)
{
    return wait(m_pool->readMany(raws)).valueOr({});
}

QByteArray Cage::planted(const QString &name, const QByteArray &more)
{
    return "X-Planted: " + name.toUtf8() + ';' + QByteArray::number(static_cast<qulonglong>(nonce)) + "\r\n" + more;
}

QString Cage::attempt(const QString &name, const QByteArray &more)
{
    const auto answer = read(planted(name, more));
    if (answer.ok())
        return QStringLiteral("read as a mail");
    if (answer.error().fault == base::Fault::Malformed)
        return answer.error().detail;
    return base::faultName(answer.error().fault) + QStringLiteral(": ") + answer.error().detail;
}

bool Cage::answersTheNext()
{
    const QString subject = QStringLiteral("next %1").arg(++m_next);
    const auto mail = read("Subject: " + subject.toUtf8() + "\r\n\r\ntext\r\n");
    return mail.ok() && mail->subject == subject && mail->root.text == QStringLiteral("text");
}

QList<std::pair<QString, QStringList>> worlds()
{
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    const QStringList container{word("no-unshare")};
    const QStringList bare{word("no-unshare"), word("no-landlock")};
    QList<std::pair<QString, QStringList>> all{{word("user"), {word("user")}},
                                               {word("user, no namespaces"), container + QStringList{word("user")}},
                                               {word("user, no Landlock"), bare + QStringList{word("user")}}};
    if (::geteuid() == 0)
        all += {{word("root"), {}}, {word("root, no namespaces"), container}, {word("root, no Landlock"), bare}};
    return all;
}

}
