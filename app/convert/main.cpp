#include "app/convert/Lines.h"
#include "app/convert/Preview.h"
#include "app/convert/PreviewContext.h"
#include "app/language/Language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace {

using namespace isthmus;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::convert::Program)
};

void print(const QString &text, FILE *to)
{
    const QByteArray utf8 = text.toUtf8();
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), to);
}

int fail(const QString &why)
{
    print(QStringLiteral("isthmus-convert: ") + why + u'\n', stderr);
    return 1;
}

int previewFile(const QString &path, bool isMail)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Text::tr("%1 cannot be read: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.readAll();
    if (isMail) {
        const interworking::Ctx ctx = convert::contextForMail(bytes, base::systemNow());
        print(convert::preview(convert::mailToIm(bytes, ctx)), stdout);
        return 0;
    }
    const base::Result<interworking::Ctx> ctx = convert::contextForStanza(bytes, base::systemNow());
    if (!ctx)
        return fail(ctx.error().detail);
    const base::Result<convert::ImConversion> conversion = convert::imToMail(bytes, *ctx);
    if (!conversion)
        return fail(conversion.error().detail);
    print(convert::preview(*conversion), stdout);
    return 0;
}

int convertStandardInput()
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return fail(Text::tr("standard input and output are not there"));
    convert::convertLines(in, out);
    return 0;
}

}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("isthmus-convert"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ISTHMUS_VERSION));
    language::speak(application);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Converts between e-mail and instant messages as Isthmus does, to see what becomes of a message.\n"
                 "Without an option it reads JSON Lines {id, direction, input, context} on standard input and writes\n"
                 "{id, result} for each. It opens no network and keeps nothing."));
    const QCommandLineOption mail(QStringLiteral("mail-to-im"), Text::tr("Show what becomes of one e-mail."),
                                  Text::tr("FILE.eml"));
    const QCommandLineOption im(QStringLiteral("im-to-mail"), Text::tr("Show what becomes of one message stanza."),
                                Text::tr("FILE.xml"));
    parser.addOptions({mail, im});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    if (!parser.positionalArguments().isEmpty())
        return fail(Text::tr("unexpected argument: %1").arg(parser.positionalArguments().front()));
    if (parser.isSet(mail))
        return previewFile(parser.value(mail), true);
    if (parser.isSet(im))
        return previewFile(parser.value(im), false);
    return convertStandardInput();
}
