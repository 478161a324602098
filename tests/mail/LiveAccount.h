#pragma once

#include "core/mail/MailTransport.h"

#include "tests/support/Foreign.h"
#include "tests/support/Servers.h"
#include "tests/support/Waiting.h"

#include <QTest>

#include <map>

namespace isthmus::test {

/// A fresh account at the real servers, our transport on it, and a store of the plainest kind: what arrived, in order.
struct LiveAccount {
    enum class Incoming { Imaps, ImapStartTls, Pop3s, Pop3StartTls, ImapsThenPop3s };

    explicit LiveAccount(Servers &realServers, Incoming incoming = Incoming::Imaps, Route *throughRoute = nullptr,
                         const QString &prefix = QStringLiteral("mail"))
        : servers(realServers), account(servers.createAccount(prefix)), route(throughRoute), kind(incoming)
    {
        threads = std::make_shared<mail::MailThreads>();
    }

    [[nodiscard]] model::Endpoint endpoint(model::Protocol protocol, const QString &service, bool direct) const
    {
        const QString host = route ? route->address() : servers.address();
        return {protocol,
                host,
                servers.port(service),
                direct ? model::Security::DirectTls : model::Security::StartTls,
                QStringLiteral("mail.isthmus.test"),
                account.address,
                model::PlanSource::Manual};
    }

    [[nodiscard]] model::Account modelAccount() const
    {
        using P = model::Protocol;
        model::Account a;
        a.id = model::AccountId{1};
        a.address = *model::MailAddress::parse(account.address);
        switch (kind) {
        case Incoming::Imaps: a.plan.incoming.endpoints = {endpoint(P::Imap, QStringLiteral("imaps"), true)}; break;
        case Incoming::ImapStartTls: a.plan.incoming.endpoints = {endpoint(P::Imap, QStringLiteral("imap"), false)}; break;
        case Incoming::Pop3s: a.plan.incoming.endpoints = {endpoint(P::Pop3, QStringLiteral("pop3s"), true)}; break;
        case Incoming::ImapsThenPop3s:
            a.plan.incoming.endpoints = {endpoint(P::Imap, QStringLiteral("imaps"), true),
                                         endpoint(P::Pop3, QStringLiteral("pop3s"), true)};
            break;
        case Incoming::Pop3StartTls: a.plan.incoming.endpoints = {endpoint(P::Pop3, QStringLiteral("pop3"), false)}; break;
        }
        a.plan.outgoing.endpoints = {endpoint(P::Submission, smtpService, smtpService == QLatin1StringView("submissions"))};
        return a;
    }

    /// Signs in and keeps what comes; cursors of an earlier life are used.
    void start(const QString &password = {})
    {
        mail::MailTransport::Environment environment{{}, threads, base::systemNow, {}, timing, fetch};
        environment.wire.caFile = servers.caFile();
        transport = std::make_unique<mail::MailTransport>(modelAccount(), password.isEmpty() ? account.password : password,
                                                          environment);
        QObject::connect(transport.get(), &port::Transport::backlogChanged, transport.get(),
                         [this](model::Service, const model::Backlog &told) { backlog = told; });
        transport->setHistoryPaused(historyPaused);
        QObject::connect(transport.get(), &port::Transport::batch, transport.get(),
                         [this](quint64 number, const model::Batch &batch) {
                             ++batches;
                             for (const model::Arrival &arrival : batch.arrivals)
                                 arrivals.push_back(arrival);
                             for (const model::Cursor &cursor : batch.cursors)
                                 cursors[cursor.stream] = cursor;
                             if (storing)
                                 transport->stored(number);
                         });
        std::vector<model::Cursor> known;
        for (const auto &[stream, cursor] : cursors)
            known.push_back(cursor);
        transport->start(known);
    }

    template <typename T>
    [[nodiscard]] std::vector<T> all() const
    {
        std::vector<T> found;
        for (const model::Arrival &arrival : arrivals) {
            if (const T *value = std::get_if<T>(&arrival))
                found.push_back(*value);
        }
        return found;
    }
    [[nodiscard]] bool has(const QByteArray &subject) const { return mailWith(subject).has_value(); }
    [[nodiscard]] std::optional<model::ArrivedMail> mailWith(const QByteArray &subject) const
    {
        for (const model::ArrivedMail &mail : all<model::ArrivedMail>()) {
            if (mail.raw.contains("Subject: " + subject + "\r\n"))
                return mail;
        }
        return {};
    }
    [[nodiscard]] model::LinkState::Phase phase(model::Service service) const { return transport->state(service).phase; }
    [[nodiscard]] bool isOnline(model::Service service) const { return phase(service) == model::LinkState::Phase::Online; }

    /// The result of a command, waited for.
    [[nodiscard]] base::Result<model::CommandResult> perform(const model::Command &command)
    {
        std::optional<base::Result<model::CommandResult>> result;
        transport->perform(command).then(transport.get(), [&](const auto &r) { result = r; });
        if (!comesTrue([&] { return result.has_value(); }, 20'000))
            return base::Error{base::Fault::Timeout, QStringLiteral("test: no answer")};
        return *result;
    }

    [[nodiscard]] static QByteArray message(const QByteArray &subject, const QByteArray &body = "hello\r\n")
    {
        return "From: someone@elsewhere.test\r\nTo: me@isthmus.test\r\nSubject: " + subject + "\r\nMessage-ID: <" + subject
               + "@elsewhere.test>\r\n\r\n" + body;
    }

    Servers &servers;
    ServerAccount account;
    Route *route = nullptr;
    Incoming kind;
    QString smtpService = QStringLiteral("submissions");
    mail::Incoming::Timing timing;
    mail::FolderPass::Limits fetch;
    std::shared_ptr<mail::MailThreads> threads;
    std::unique_ptr<mail::MailTransport> transport;
    std::vector<model::Arrival> arrivals;
    std::map<QString, model::Cursor> cursors;
    model::Backlog backlog;
    bool historyPaused = false;
    int batches = 0;
    bool storing = true;
};

}
