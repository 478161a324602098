#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace isthmus::test {

/// A chain, leaf first, and the leaf's key: what a server presents.
struct Identity {
    QList<QSslCertificate> chain;
    QSslKey key;
};

/// A private certificate authority in a temporary folder, made with the openssl program.
class Certificates
{
public:
    Certificates();

    [[nodiscard]] bool isReady() const { return m_ready; }
    /// PEM file of the authority that clients trust.
    [[nodiscard]] QString caFile() const { return path(QStringLiteral("ca.crt")); }
    /// A server's certificate for \p names ("DNS:a.example", "IP:127.0.0.1"), by \p issuer ("ca", or a name issued
    /// before), valid between two moments given as openssl's "20200101000000Z"; empty: now and for 30 days.
    Identity issue(const QString &name, const QStringList &names, const QString &issuer = QStringLiteral("ca"),
                   bool isAuthority = false, const QString &notBefore = {}, const QString &notAfter = {});
    /// The chain of \p genuine with a leaf that was signed by another key of the same issuer name.
    Identity forge(const QString &name, const QStringList &names);

private:
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }
    bool openssl(const QStringList &arguments);
    bool makeAuthority(const QString &name, const QString &subject);

    QTemporaryDir m_folder;
    bool m_ready = false;
};

}
