#pragma once

#include "tests/support/TestMain.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace isthmus::test {

/// Where we differ from what comes with a corpus, and why: tests/data/mime/expectations.tsv. A line explains one file, or
/// with a star many; one that explains nothing any more is as wrong as a difference without a line.
class Differences
{
public:
    /// \p corpus: the beginning of the lines that are meant, with its slash.
    explicit Differences(const QString &corpus) : m_corpus(corpus)
    {
        QFile file(sourcePath(QStringLiteral("tests/data/mime/expectations.tsv")));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no expectations.tsv");
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QString name = QString::fromUtf8(line.left(line.indexOf('\t')));
            if (!name.startsWith(u'#') && line.count('\t') == 1 && name.startsWith(corpus))
                m_lines.append(name);
        }
    }
    void note(const QString &file, bool isMet, const QString &difference)
    {
        QString line = explanation(m_corpus + file);
        if (!isMet && line.isEmpty())
            m_unexplained.append(m_corpus + file + u'\t' + difference);
        if (isMet && !line.isEmpty() && !line.contains(u'*'))
            m_unexplained.append(m_corpus + file + QStringLiteral("\tis met: its line is to go"));
    }
    /// A line for each difference without a reason, and for each reason without a difference; empty if there is none.
    [[nodiscard]] QString unexplained() const
    {
        for (const QString &one : m_unexplained)
            qWarning().noquote() << one; // what a failed check says is cut
        return m_unexplained.isEmpty() ? QString() : QStringLiteral("%1 differences").arg(m_unexplained.size());
    }

private:
    [[nodiscard]] QString explanation(const QString &file) const
    {
        for (const QString &line : m_lines) {
            if (line == file)
                return line;
        }
        for (const QString &line : m_lines) {
            if (line.contains(u'*')
                && QRegularExpression(QRegularExpression::wildcardToRegularExpression(line)).match(file).hasMatch())
                return line;
        }
        return {};
    }

    QString m_corpus;
    QStringList m_lines;
    QStringList m_unexplained;
};

}
