#include "tests/support/Servers.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QProcess>
#include <QTest>
#include <QUuid>

namespace isthmus::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int startMs = 300'000; // the private root is made at the first start ever
constexpr int callMs = 40'000;   // starting a server waits until it answers

QString program()
{
    return sourcePath(u"tests/servers/isthmus-servers"_s);
}

QString freshName(const QString &prefix)
{
    return prefix + u'-' + QUuid::createUuid().toString(QUuid::Id128).left(8);
}

}

Servers &Servers::shared()
{
    static const QString given = qEnvironmentVariable("ISTHMUS_SERVERS");
    static const std::unique_ptr<Servers> servers(given.isEmpty() ? new Servers : new Servers(given));
    return *servers;
}

Servers::Servers()
{
    start();
}

Servers::Servers(const QString &descriptionFile)
{
    read(descriptionFile);
}

Servers::~Servers()
{
    if (!m_ownFolder.isEmpty())
        QProcess::execute(program(), {u"down"_s, u"--state"_s, m_ownFolder});
}

void Servers::start()
{
    const QString folder = freshName(QDir::tempPath() + u"/isthmus-servers"_s);
    QProcess up;
    up.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    up.start(program(), {u"up"_s, u"--state"_s, folder, u"--owner"_s, QString::number(QCoreApplication::applicationPid())});
    if (!up.waitForFinished(startMs) || up.exitCode() != 0) {
        m_problem = u"the private servers did not start"_s;
        return;
    }
    m_ownFolder = folder;
    read(folder + u"/servers.json"_s);
}

void Servers::read(const QString &descriptionFile)
{
    QFile file(descriptionFile);
    if (file.open(QIODevice::ReadOnly))
        m_description = QJsonDocument::fromJson(file.readAll()).object();
    if (m_description.isEmpty())
        m_problem = u"no servers are described in "_s + descriptionFile;
}

QString Servers::descriptionFile() const
{
    return m_description.value(u"folder"_s).toString() + u"/servers.json"_s;
}

QString Servers::address() const
{
    return m_description.value(u"address"_s).toString();
}

quint16 Servers::port(const QString &service) const
{
    return quint16(m_description.value(u"ports"_s).toObject().value(service).toInt());
}

QString Servers::caFile() const
{
    return m_description.value(u"ca"_s).toString();
}

QString Servers::dns() const
{
    return m_description.value(u"dns"_s).toString();
}

namespace {

ServerAccount accountFrom(const QJsonObject &object)
{
    return {object.value(u"name"_s).toString(), object.value(u"address"_s).toString(),
            object.value(u"password"_s).toString(), object.value(u"chat"_s).toBool()};
}

}

ServerAccount Servers::sample(const QString &name) const
{
    const QJsonArray accounts = m_description.value(u"accounts"_s).toArray();
    for (const QJsonValue &value : accounts) {
        if (value.toObject().value(u"name"_s).toString() == name)
            return accountFrom(value.toObject());
    }
    return {};
}

ServerAccount Servers::createAccount(const QString &prefix, const QString &domain, bool publish)
{
    const QString name = freshName(prefix);
    QJsonObject members{{u"name"_s, name}, {u"domain"_s, domain}};
    if (publish)
        members.insert(u"email"_s, QString(name + u'@' + domain));
    return accountFrom(call(u"account"_s, members));
}

void Servers::befriend(const ServerAccount &one, const ServerAccount &other)
{
    call(u"befriend"_s, {{u"one"_s, one.name}, {u"other"_s, other.name}});
}

int Servers::refusedSignIns(const QString &service, const QString &address)
{
    const QJsonObject answer = call(u"sign-ins"_s, {{u"address"_s, address}});
    return answer.value(service).toObject().value(u"refused"_s).toInt(-1);
}

void Servers::server(const QString &name, const QString &action)
{
    call(u"server"_s, {{u"name"_s, name}, {u"do"_s, action}});
}

QJsonObject Servers::call(const QString &verb, const QJsonObject &members)
{
    QJsonObject request = members;
    request.insert(u"verb"_s, verb);
    QLocalSocket socket;
    socket.connectToServer(m_description.value(u"control"_s).toString());
    socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    while (!socket.canReadLine() && socket.waitForReadyRead(callMs)) {
    }
    QJsonObject answer = QJsonDocument::fromJson(socket.readLine()).object();
    if (!answer.take(u"ok"_s).toBool()) {
        const QString error = u"servers, "_s + verb + u": "_s + answer.value(u"error"_s).toString(u"no answer"_s);
        QTest::qFail(qPrintable(error), __FILE__, __LINE__);
        return {};
    }
    return answer;
}

Route::Route(Servers &servers) : m_servers(servers)
{
    const QJsonObject answer = servers.call(u"route"_s);
    m_id = answer.value(u"route"_s).toInt();
    m_address = answer.value(u"address"_s).toString();
    m_dns = answer.value(u"dns"_s).toString();
}

Route::~Route()
{
    call(u"close"_s, {});
}

QJsonObject Route::call(const QString &verb, QJsonObject members)
{
    members.insert(u"route"_s, m_id);
    return m_servers.call(verb, members);
}

void Route::fault(const QString &service, const QString &kind, const QJsonObject &members)
{
    QJsonObject request = members;
    request.insert(u"service"_s, service);
    request.insert(u"fault"_s, kind);
    call(u"fault"_s, request);
}

void Route::heal(const QString &service)
{
    call(u"heal"_s, {{u"service"_s, service}});
}

void Route::dropNames(const QString &pattern)
{
    call(u"drop-names"_s, {{u"pattern"_s, pattern}});
}

void Route::restoreNames()
{
    call(u"restore-names"_s, {});
}

int Route::connections(const QString &service)
{
    return call(u"seen"_s, {{u"service"_s, service}}).value(u"connections"_s).toInt();
}

}
