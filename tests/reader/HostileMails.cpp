#include "tests/reader/HostileMails.h"

#include <QRandomGenerator>

namespace isthmus::test {

namespace {

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    QRandomGenerator random(20261122);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

}

QByteArray htmlMail(const QByteArray &html)
{
    return "Content-Type: text/html; charset=utf-8\r\n\r\n" + html;
}

QByteArray nestedMail(int depth)
{
    QByteArray mail;
    for (int i = 0; i < depth; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        mail += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
    }
    return mail + "\r\ntext\r\n";
}

std::vector<std::pair<QString, QByteArray>> hostileMails()
{
    std::vector<std::pair<QString, QByteArray>> mails;
    const auto add = [&mails](const char *name, const QByteArray &raw) {
        mails.emplace_back(QString::fromLatin1(name), raw);
    };
    add("nothing", QByteArray());
    add("no header", QByteArray("\r\n\r\n\r\n"));
    add("NULs", QByteArray(1'000'000, '\0'));
    add("random octets", randomBytes(2'000'000));
    add("multiparts 100 deep", nestedMail(100));
    add("multiparts 10,000 deep", nestedMail(10'000));
    add("boundary of one letter, 3 MB",
        "Content-Type: multipart/mixed; boundary=a\r\n\r\n" + QByteArray("--a\r\n\r\n").repeated(430'000));
    add("600,000 lines that look like boundaries",
        "Content-Type: multipart/mixed; boundary=a\r\n\r\n" + QByteArray("--b\r\n").repeated(600'000));
    add("groups in groups, 100,000", "To: " + QByteArray("a:").repeated(100'000) + "\r\n\r\n");
    add("comments in comments", "From: " + QByteArray("(").repeated(100'000) + "\r\n\r\n");
    add("100,000 fields", QByteArray("X: y\r\n").repeated(100'000) + "\r\n");
    add("100,000 addresses", "To: " + QByteArray("a@b.example,").repeated(100'000) + "\r\n\r\n");
    add("100,000 encoded words", "Subject: " + QByteArray("=?utf-8?Q?x?= ").repeated(100'000) + "\r\n\r\n");
    add("subject of 10 MB", "Subject: " + QByteArray(10'000'000, 'x') + "\r\n\r\n");
    add("unknown character set", QByteArray("Content-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe text"));
    add("path as character set", QByteArray("Content-Type: text/plain; charset=\"../../etc/passwd\"\r\n\r\ntext"));
    add("40,000 table cells", htmlMail("<table><tr>" + QByteArray("<td>x</td>").repeated(40'000)));
    add("20,000 style rules",
        htmlMail("<style>" + QByteArray("div p b i{color:red}").repeated(20'000) + "</style><div><p><b><i>x"));
    add("100,000 boxes", htmlMail(QByteArray("<div>x</div>").repeated(100'000)));
    add("boxes 5,000 deep", htmlMail(QByteArray("<div>").repeated(5'000) + "x"));
    add("tables 16 deep", htmlMail(QByteArray("<table width=100%><tr><td>").repeated(16) + "x"));
    add("a million words", htmlMail(QByteArray("word ").repeated(1'000'000)));
    add("columns without end", htmlMail("<table><tr><td colspan=100000000>x"));
    add("quotes 60 deep", htmlMail(QByteArray("<blockquote>").repeated(60) + "x"));
    add("attributes without end", htmlMail("<p " + QByteArray("a=b ").repeated(100'000) + ">x"));
    add("picture that claims 60,000 pixels a side",
        htmlMail("<img src=\"data:image/png;base64,"
                 + QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ea600000ea6008060000005c72a8").toBase64()
                 + "\">"));
    return mails;
}

}
