#include "app/desktop/CommandLine.h"

#include "app/language/Language.h"
#include "ui/theme/Appearance.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QStandardPaths>

namespace isthmus::desktop {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::desktop::CommandLine)
};

/// The options, each with what --help says about it.
struct Known {
    QCommandLineOption profile{
        QStringLiteral("profile"),
        Text::tr("Keep everything in DIR instead of the user's data folder. Two programs cannot use one "
                 "profile at the same time."),
        QStringLiteral("DIR")};
    QCommandLineOption caFile{
        QStringLiteral("ca-file"),
        Text::tr("Trust the certificates in FILE (PEM) instead of the system's, for private networks."),
        QStringLiteral("FILE")};
    QCommandLineOption dns{QStringLiteral("dns"), Text::tr("Ask this DNS server instead of the system's."),
                           QStringLiteral("SERVER:PORT")};
    QCommandLineOption signIn{QStringLiteral("sign-in"),
                              Text::tr("Sign in with ADDRESS and the password on the first line of standard input, if the "
                                       "profile has no account yet."),
                              QStringLiteral("ADDRESS")};
    QCommandLineOption theme{QStringLiteral("theme"), Text::tr("system, light, dark or contrast."), QStringLiteral("NAME")};
    QCommandLineOption language{QStringLiteral("language"),
                                Text::tr("Speak this language instead of the desktop's: %1, or a translator's .qm file.")
                                    .arg(language::codes().join(QStringLiteral(", "))),
                                QStringLiteral("CODE")};
    QCommandLineOption scale{QStringLiteral("scale"), Text::tr("Size of everything in per cent, 100 to 300."),
                             QStringLiteral("PERCENT")};
};

Say wrong(const QString &sentence)
{
    return {Text::tr("isthmus: %1\nTry isthmus --help.\n").arg(sentence), 2};
}

Parsed read(const QCommandLineParser &parser, const Known &known)
{
    Options options;
    options.profile = parser.isSet(known.profile) ? QFileInfo(parser.value(known.profile)).absoluteFilePath()
                                                  : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                                                        + QStringLiteral("/isthmus");
    if (parser.isSet(known.caFile)) {
        options.wire.caFile = QFileInfo(parser.value(known.caFile)).absoluteFilePath();
        if (!QFileInfo(options.wire.caFile).isReadable())
            return wrong(Text::tr("the file of --ca-file cannot be read"));
    }
    if (parser.isSet(known.dns)) {
        const auto server = wire::DnsServer::parse(parser.value(known.dns));
        if (!server)
            return wrong(Text::tr("--dns wants an IP address and a port, such as 127.0.0.1:5353"));
        options.wire.dns = server.value();
    }
    if (parser.isSet(known.theme)) {
        options.scheme = theme::schemeFromName(parser.value(known.theme));
        if (!options.scheme)
            return wrong(Text::tr("--theme wants system, light, dark or contrast"));
    }
    if (parser.isSet(known.language)) {
        options.language = parser.value(known.language);
        if (!language::isKnown(options.language))
            return wrong(
                Text::tr("--language wants one of %1, or a .qm file").arg(language::codes().join(QStringLiteral(", "))));
    }
    if (parser.isSet(known.scale)) {
        bool isNumber = false;
        options.scale = parser.value(known.scale).toInt(&isNumber);
        if (!isNumber || options.scale < 100 || options.scale > 300)
            return wrong(Text::tr("--scale wants a number from 100 to 300"));
    }
    if (parser.isSet(known.signIn)) {
        const auto address = model::MailAddress::parse(parser.value(known.signIn));
        if (!address)
            return wrong(Text::tr("--sign-in wants an address such as alice@example.org"));
        options.signIn = address.value();
    }
    for (const QString &link : parser.positionalArguments()) {
        if (!link.startsWith(QLatin1String("mailto:")) && !link.startsWith(QLatin1String("xmpp:")))
            return wrong(Text::tr("only links that begin with mailto: or xmpp: can be opened"));
        options.links.append(link);
    }
    return options;
}

}

Parsed parseCommandLine(const QStringList &arguments)
{
    const Known known;
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Mail and chat with a person as one conversation."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({known.profile, known.caFile, known.dns, known.signIn, known.theme, known.language, known.scale});
    parser.addPositionalArgument(QStringLiteral("links"), Text::tr("mailto: or xmpp: links to open."),
                                 QStringLiteral("[mailto:…|xmpp:…]"));
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return Say{parser.helpText(), 0};
    if (parser.isSet(version))
        return Say{QStringLiteral("isthmus %1\n").arg(QStringLiteral(ISTHMUS_VERSION)), 0};
    return read(parser, known);
}

}
