#pragma once

#include "core/imap/ImapConnection.h"

#include <QByteArray>

namespace isthmus::test {

/// The test plays the server: says() what the server says, heard() what the client has said since.
class Dialogue
{
public:
    explicit Dialogue(imap::ImapConnection &connection) : m_connection(connection)
    {
        QObject::connect(&connection, &imap::ImapConnection::outgoing, &m_context,
                         [this](const QByteArray &bytes) { m_heard += bytes; });
        QObject::connect(&connection, &imap::ImapConnection::ended, &m_context,
                         [this](const base::Error &error) { m_end = error; });
        QObject::connect(&connection, &imap::ImapConnection::untagged, &m_context,
                         [this](const imap::ImapData &data) { m_data.push_back(data); });
    }

    void says(const QByteArray &bytes)
    {
        for (qsizetype i = 0; i < bytes.size(); i += chunk)
            m_connection.receive(QByteArrayView(bytes).sliced(i, std::min(chunk, bytes.size() - i)));
    }
    [[nodiscard]] QByteArray heard() { return std::exchange(m_heard, {}); }
    [[nodiscard]] const std::optional<base::Error> &end() const { return m_end; }
    [[nodiscard]] const std::vector<imap::ImapData> &data() const { return m_data; }

    qsizetype chunk = 1 << 20; ///< octets at once; 1 splits at every byte

private:
    imap::ImapConnection &m_connection;
    QObject m_context;
    QByteArray m_heard;
    std::optional<base::Error> m_end;
    std::vector<imap::ImapData> m_data;
};

}
