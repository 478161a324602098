#include "tests/support/Foreign.h"

#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace isthmus::test {

using namespace Qt::StringLiterals;

ForeignProgram::ForeignProgram(const QString &script, const Servers &servers, const ServerAccount &account,
                               const QStringList &more)
    : m_script(script)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { readLines(); });
    const QString path = sourcePath(u"tests/servers/foreign/"_s + script);
    m_process.start(path, QStringList{u"--servers"_s, servers.descriptionFile(), u"--account"_s, account.address,
                                      u"--password"_s, account.password}
                              + more);
}

ForeignProgram::~ForeignProgram()
{
    m_process.closeWriteChannel(); // the end of its input is its order to end
    if (!m_process.waitForFinished(3000)) {
        m_process.kill();
        m_process.waitForFinished(3000);
    }
}

void ForeignProgram::readLines()
{
    while (m_process.canReadLine())
        m_events.push_back(QJsonDocument::fromJson(m_process.readLine()).object());
}

QJsonObject ForeignProgram::takeNow(const QJsonObject &wanted)
{
    for (auto event = m_events.begin(); event != m_events.end(); ++event) {
        bool fits = true;
        for (auto member = wanted.begin(); member != wanted.end(); ++member)
            fits = fits && event->value(member.key()) == member.value();
        if (fits) {
            const QJsonObject found = *event;
            m_events.erase(event);
            return found;
        }
    }
    return {};
}

QJsonObject ForeignProgram::waitAndTake(const QJsonObject &wanted, int timeoutMs)
{
    QJsonObject found;
    const auto look = [&] {
        found = takeNow(wanted);
        return !found.isEmpty() || m_process.state() == QProcess::NotRunning;
    };
    [[maybe_unused]] const bool inTime = QTest::qWaitFor(look, timeoutMs);
    return found;
}

QJsonObject ForeignProgram::take(const QString &event, const QJsonObject &members, int timeoutMs)
{
    QJsonObject wanted = members;
    wanted.insert(u"event"_s, event);
    const QJsonObject found = waitAndTake(wanted, timeoutMs);
    if (found.isEmpty()) {
        const QByteArray missed = QJsonDocument(wanted).toJson(QJsonDocument::Compact);
        QTest::qFail(qPrintable(m_script + u" saw nothing like "_s + QString::fromUtf8(missed)), __FILE__, __LINE__);
    }
    return found;
}

QJsonObject ForeignProgram::perform(const QString &command, const QJsonObject &members, int timeoutMs)
{
    QJsonObject request = members;
    request.insert(u"do"_s, command);
    request.insert(u"id"_s, ++m_lastCommand);
    m_process.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    const QJsonObject answer = waitAndTake({{u"id"_s, m_lastCommand}}, timeoutMs);
    if (answer.value(u"event"_s).toString() != u"done"_s) {
        const QString error = answer.value(u"error"_s).toString(u"no answer"_s);
        QTest::qFail(qPrintable(m_script + u", "_s + command + u": "_s + error), __FILE__, __LINE__);
        return {};
    }
    return answer;
}

ForeignXmpp::ForeignXmpp(const Servers &servers, const ServerAccount &account, const QStringList &more)
    : ForeignProgram(u"xmppclient.py"_s, servers, account, more)
{}

void ForeignXmpp::online(const QString &show)
{
    perform(u"online"_s, {{u"show"_s, show}});
}

void ForeignXmpp::offline()
{
    perform(u"offline"_s);
}

QString ForeignXmpp::send(const QString &to, const QString &body, const QJsonObject &members)
{
    QJsonObject request = members;
    request.insert(u"to"_s, to);
    request.insert(u"body"_s, body);
    return perform(u"send"_s, request).value(u"stanza"_s).toString();
}

QString ForeignXmpp::get(const QString &to, const QString &payload)
{
    QJsonObject request{{u"type"_s, u"get"_s}, {u"payload"_s, payload}};
    if (!to.isEmpty())
        request.insert(u"to"_s, to);
    return perform(u"iq"_s, request).value(u"xml"_s).toString();
}

QJsonObject ForeignXmpp::takeMessage(const QString &body)
{
    return take(u"message"_s, {{u"body"_s, body}});
}

ForeignMail::ForeignMail(const Servers &servers, const ServerAccount &account)
    : ForeignProgram(u"mailclient.py"_s, servers, account, {}), m_address(account.address)
{}

QJsonObject ForeignMail::waitFor(const QString &subject, const QString &folder)
{
    const QJsonObject answer = perform(u"wait"_s, {{u"subject"_s, subject}, {u"folder"_s, folder}});
    return answer.value(u"mails"_s).toArray().first().toObject();
}

QString ForeignMail::send(const QString &to, const QString &subject, const QString &text)
{
    const QJsonObject answer = perform(u"send"_s, {{u"to"_s, to}, {u"subject"_s, subject}, {u"text"_s, text}});
    return answer.value(u"message_id"_s).toString();
}

QString ForeignMail::reply(const QJsonObject &mail, const QString &text)
{
    return perform(u"reply"_s, {{u"uid"_s, mail.value(u"uid"_s)}, {u"text"_s, text}}).value(u"message_id"_s).toString();
}

void ForeignMail::deliver(const QByteArray &raw)
{
    perform(u"deliver"_s, {{u"to"_s, m_address}, {u"raw"_s, QString::fromLatin1(raw.toBase64())}});
}

QByteArray ForeignMail::raw(const QJsonObject &mail)
{
    return QByteArray::fromBase64(mail.value(u"raw"_s).toString().toLatin1());
}

}
