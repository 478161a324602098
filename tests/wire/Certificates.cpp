#include "tests/wire/Certificates.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace isthmus::test {

namespace {

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}

Certificates::Certificates()
{
    m_ready = m_folder.isValid() && makeAuthority(QStringLiteral("ca"), QStringLiteral("/CN=Test authority"))
              && makeAuthority(QStringLiteral("stranger"), QStringLiteral("/CN=Test authority"));
}

bool Certificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    if (process.waitForFinished(30'000) && process.exitCode() == 0)
        return true;
    qWarning("openssl %s: %s", qPrintable(arguments.join(QLatin1Char(' '))), process.readAll().constData());
    return false;
}

bool Certificates::makeAuthority(const QString &name, const QString &subject)
{
    return openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                    QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                    QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"), subject,
                    QStringLiteral("-keyout"), name + QStringLiteral(".key"), QStringLiteral("-out"),
                    name + QStringLiteral(".crt")});
}

Identity Certificates::issue(const QString &name, const QStringList &names, const QString &issuer, bool isAuthority,
                             const QString &notBefore, const QString &notAfter)
{
    // `openssl ca` is the one command that takes both ends of the validity.
    const QByteArray extensions =
        "[ext]\nsubjectAltName=" + names.join(QLatin1Char(',')).toUtf8()
        + "\nauthorityKeyIdentifier=none\nbasicConstraints=critical,CA:" + (isAuthority ? "TRUE" : "FALSE")
        + "\n[ca]\ndefault_ca=it\n[it]\ndatabase=" + path(name + QStringLiteral(".db")).toUtf8()
        + "\nrand_serial=yes\ndefault_md=sha256\npolicy=any\nnew_certs_dir=" + m_folder.path().toUtf8()
        + "\nunique_subject=no\n[any]\ncommonName=supplied\n";
    const QString config = name + QStringLiteral(".cnf");
    const QString key = name + QStringLiteral(".key");
    const QString request = name + QStringLiteral(".csr");
    const QString certificate = name + QStringLiteral(".crt");
    QStringList sign{QStringLiteral("ca"),
                     QStringLiteral("-batch"),
                     QStringLiteral("-notext"),
                     QStringLiteral("-config"),
                     config,
                     QStringLiteral("-extensions"),
                     QStringLiteral("ext"),
                     QStringLiteral("-cert"),
                     issuer + QStringLiteral(".crt"),
                     QStringLiteral("-keyfile"),
                     issuer + QStringLiteral(".key"),
                     QStringLiteral("-in"),
                     request,
                     QStringLiteral("-out"),
                     certificate};
    if (notBefore.isEmpty())
        sign << QStringLiteral("-days") << QStringLiteral("30");
    else
        sign << QStringLiteral("-startdate") << notBefore << QStringLiteral("-enddate") << notAfter;
    const bool made =
        writeFile(path(config), extensions) && writeFile(path(name + QStringLiteral(".db")), {})
        && openssl({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                    QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                    QStringLiteral("-subj"), QStringLiteral("/CN=") + name, QStringLiteral("-keyout"), key,
                    QStringLiteral("-out"), request})
        && openssl(sign);
    m_ready = m_ready && made;
    Identity identity;
    identity.chain = QSslCertificate::fromPath(path(certificate));
    if (issuer != QStringLiteral("ca") && issuer != QStringLiteral("stranger"))
        identity.chain += QSslCertificate::fromPath(path(issuer + QStringLiteral(".crt")));
    QFile file(path(key));
    if (file.open(QIODevice::ReadOnly))
        identity.key = QSslKey(&file, QSsl::Ec);
    return identity;
}

Identity Certificates::forge(const QString &name, const QStringList &names)
{
    // The stranger bears the trusted authority's name: only the signature tells them apart.
    return issue(name, names, QStringLiteral("stranger"));
}

}
