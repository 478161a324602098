#pragma once

#include "core/wire/SecureSocket.h"

#include <QString>

namespace isthmus::xmpp {

/// XMPP's clear-text talk before TLS (RFC 6120 5): our header, the server's header and features, <starttls/>,
/// <proceed/>. It understands no more of the server's words than it must.
class StartTls final : public wire::Preamble
{
public:
    explicit StartTls(const QString &domain) : m_domain(domain) {}

    [[nodiscard]] QByteArray opening() override;
    [[nodiscard]] base::Result<Step> advance(QByteArrayView received) override;

private:
    QString m_domain;
    bool m_asked = false;
};

/// Our stream header to \p domain.
[[nodiscard]] QByteArray streamHeader(const QString &domain);

}
