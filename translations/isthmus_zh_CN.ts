<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n messages, to be read together</source>
        <translation>
            <numerusform>%n 条消息，需连在一起阅读</numerusform>
        </translation>
    </message>
    <message>
        <source>one announcement, the text in a session in band</source>
        <translation>一条通告，正文在带内会话中传送</translation>
    </message>
    <message>
        <source>the start of the text, the rest behind a link</source>
        <translation>正文开头，其余部分通过链接查看</translation>
    </message>
    <message>
        <source>one message</source>
        <translation>一条消息</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>没有任何内容丢失。</translation>
    </message>
    <message>
        <source>Lost, or only in the original:</source>
        <translation>已丢失，或仅存于原件：</translation>
    </message>
    <message>
        <source>header fields: a room gets the text alone</source>
        <translation>标头字段：聊天室只会收到正文</translation>
    </message>
    <message>
        <source>the signature: nobody has verified it</source>
        <translation>签名：尚无人验证</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): listed by name, fetched on demand</source>
        <translation>
            <numerusform>%n 个文件：仅列出名称，需要时再获取</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not passed on (%2)</source>
        <translation>%1 不会转发（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) beyond the hundredth</source>
        <translation>
            <numerusform>第一百位之后的 %n 位收件人</numerusform>
        </translation>
    </message>
    <message>
        <source>the end of the subject: only with the original</source>
        <translation>主题的末尾：仅存于原件</translation>
    </message>
    <message>
        <source>the end of the text: over the limit of 4 MiB</source>
        <translation>正文的末尾：超过 4 MiB 的限制</translation>
    </message>
    <message>
        <source>the sender&apos;s display name: it was another address</source>
        <translation>发件人的显示名称：它是另一个地址</translation>
    </message>
    <message>
        <source>a text: the mail has none that can be shown</source>
        <translation>正文：该邮件没有可显示的正文</translation>
    </message>
    <message>
        <source>layout, fonts, pictures and other header fields: in the mail view only</source>
        <translation>版式、字体、图片和其他标头字段：仅在邮件视图中</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>发送形式</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Sender proven</source>
        <translation>发件人验证</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>会话串</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>the text in other languages</source>
        <translation>其他语言的正文</translation>
    </message>
    <message>
        <source>files that were not fetched: their links stay in the text</source>
        <translation>未获取的文件：其链接保留在正文中</translation>
    </message>
    <message>
        <source>the request for receipts, unless the mail server and the reader answer it</source>
        <translation>回执请求，除非邮件服务器和阅读者作出回应</translation>
    </message>
    <message>
        <source>the nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>the typing state</source>
        <translation>输入状态</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Delivered to</source>
        <translation>投递至</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>parts are missing</source>
        <translation>缺少部分内容</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::RemoveAccountDialog</name>
    <message>
        <source>Remove account</source>
        <translation>移除账户</translation>
    </message>
    <message>
        <source>Remove %1 from Isthmus?</source>
        <translation>从 Isthmus 中移除 %1？</translation>
    </message>
    <message>
        <source>Its connections are closed, and its password leaves the keyring.</source>
        <translation>它的连接将断开，密码将从密钥环中删除。</translation>
    </message>
    <message>
        <source>Its connections are closed, and its password is forgotten.</source>
        <translation>它的连接将断开，密码将被忘记。</translation>
    </message>
    <message>
        <source>On the servers nothing changes: e-mails, chat archive and contacts stay there.</source>
        <translation>服务器上没有任何变化：邮件、聊天存档和联系人都留在那里。</translation>
    </message>
    <message>
        <source>Its messages on this computer:</source>
        <translation>它在这台电脑上的消息：</translation>
    </message>
    <message>
        <source>Keep them for reading</source>
        <translation>保留以供阅读</translation>
    </message>
    <message>
        <source>They stay in their conversations and are found by search.</source>
        <translation>它们留在各自的对话中，也能被搜索到。</translation>
    </message>
    <message>
        <source>Remove them, too</source>
        <translation>一并移除</translation>
    </message>
    <message>
        <source>With the people whom only this account knows. What is on the servers comes back if the account is added again.</source>
        <translation>连同只有此账户认识的人。重新添加账户后，服务器上的内容会再次取回。</translation>
    </message>
    <message>
        <source>Remove the messages of %1 from this computer?</source>
        <translation>从这台电脑上移除 %1 的消息？</translation>
    </message>
    <message>
        <source>The account was removed before. On the servers nothing changes: what is there comes back if the account is added again. What was not sent is lost.</source>
        <translation>该账户此前已移除。服务器上没有任何变化：重新添加账户后，那里的内容会再次取回。未发送的内容将丢失。</translation>
    </message>
    <message>
        <source>Remove messages</source>
        <translation>移除消息</translation>
    </message>
    <message numerus="yes">
        <source>%n chat message(s)</source>
        <translation>
            <numerusform>%n 条聊天消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s)</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent yet, and lost with this choice: %1.</source>
        <translation>尚未发送，选择此项将丢失：%1。</translation>
    </message>
    <message>
        <source>Not sent yet: %1. They stay where you wrote them and can be sent from another account.</source>
        <translation>尚未发送：%1。它们留在您书写的地方，可以从其他账户发送。</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mail(s) that you have archived or deleted stay on the server where they are.</source>
        <translation>
            <numerusform>您归档或删除的 %n 封邮件在服务器上保持原位。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::ServiceLine</name>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>%1: set by hand</source>
        <translation>%1：手动设置</translation>
    </message>
    <message>
        <source>%1 protocol</source>
        <translation>%1：协议</translation>
    </message>
    <message>
        <source>%1 server</source>
        <translation>%1：服务器</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>%1 port</source>
        <translation>%1：端口</translation>
    </message>
    <message>
        <source>%1 security</source>
        <translation>%1：安全</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>Will be looked up when the address is complete.</source>
        <translation>地址填写完整后将自动查找。</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Not found.</source>
        <translation>未找到。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>server: state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>This is no name of a server.</source>
        <translation>这不是有效的服务器名称。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>service: what is known of it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::ServiceText</name>
    <message>
        <source>%1 at %2, port %3, %4, %5</source>
        <comment>protocol, host, port, security, where it was found</comment>
        <translation>%2 上的 %1，端口 %3，%4，%5</translation>
    </message>
</context>
<context>
    <name>isthmus::accounts::SignInPage</name>
    <message>
        <source>Welcome to Isthmus</source>
        <translation>欢迎使用 Isthmus</translation>
    </message>
    <message>
        <source>Sign in once, and have your chats and your e-mail with a person in one conversation.</source>
        <translation>只需登录一次，与同一个人的聊天和邮件就在一个对话中。</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>you@example.org</source>
        <translation>you@example.org</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>&amp;Connect chat at start</source>
        <translation>启动时连接聊天(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fetch mail at start</source>
        <translation>启动时收取邮件(&amp;F)</translation>
    </message>
    <message>
        <source>Create an &amp;account</source>
        <translation>创建账户(&amp;A)</translation>
    </message>
    <message>
        <source>Makes this address at its provider, if the provider lets programs do that</source>
        <translation>如果服务商允许程序注册，则在该服务商处创建此地址</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Opens the window; what is not connected yet goes on trying</source>
        <translation>打开主窗口；尚未连接的服务会继续尝试</translation>
    </message>
    <message>
        <source>Your password is kept in the system keyring, nowhere else.</source>
        <translation>您的密码只保存在系统密钥环中，不会存放在别处。</translation>
    </message>
    <message>
        <source>This system has no keyring: your password is kept in memory and forgotten when Isthmus is closed.</source>
        <translation>此系统没有密钥环：您的密码只保存在内存中，关闭 Isthmus 后即被清除。</translation>
    </message>
    <message>
        <source>This is no complete address. An address looks like you@example.org.</source>
        <translation>地址不完整。地址的格式如 you@example.org。</translation>
    </message>
    <message>
        <source>Enter the password too.</source>
        <translation>请同时输入密码。</translation>
    </message>
    <message>
        <source>No service was found for this address. Check its spelling, or enter the servers by hand.</source>
        <translation>未找到此地址的任何服务。请检查拼写，或手动输入服务器。</translation>
    </message>
    <message>
        <source>The password was refused. Enter it again; it was tried once.</source>
        <translation>密码被拒绝。请重新输入；只尝试过一次。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账户</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::AttachedFiles</name>
    <message>
        <source>%1 (%2)</source>
        <comment>file name (which of that name)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>file name (size)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>附件：%1</translation>
    </message>
    <message>
        <source>Do not attach %1</source>
        <translation>不附上 %1</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::Composer</name>
    <message>
        <source>sending</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>How this message goes (Ctrl+E changes it)</source>
        <translation>此消息的发送方式（按 Ctrl+E 切换）</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Do not answer this message</source>
        <translation>取消回复此消息</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Attach file (Ctrl+Shift+A)</source>
        <translation>添加附件 (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>输入消息…</translation>
    </message>
    <message>
        <source>Write to %1…</source>
        <translation>写给 %1…</translation>
    </message>
    <message>
        <source>“%1” is no list of e-mail addresses. Nothing was sent.</source>
        <translation>“%1”不是有效的邮件地址列表。未发送任何内容。</translation>
    </message>
    <message>
        <source>It will stand in the conversation with whom you write to.</source>
        <translation>它将出现在与收件人的对话中。</translation>
    </message>
    <message>
        <source>Insert emoji</source>
        <translation>插入表情</translation>
    </message>
    <message>
        <source>Insert emoji (Ctrl+Alt+E)</source>
        <translation>插入表情 (Ctrl+Alt+E)</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::EmojiPicker</name>
    <message>
        <source>laughing face</source>
        <translation>大笑</translation>
    </message>
    <message>
        <source>tears of joy</source>
        <translation>笑出眼泪</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>wink</source>
        <translation>眨眼</translation>
    </message>
    <message>
        <source>happy smile</source>
        <translation>开心的微笑</translation>
    </message>
    <message>
        <source>in love</source>
        <translation>喜爱</translation>
    </message>
    <message>
        <source>kiss</source>
        <translation>飞吻</translation>
    </message>
    <message>
        <source>sunglasses</source>
        <translation>墨镜</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>neutral face</source>
        <translation>面无表情</translation>
    </message>
    <message>
        <source>rolling eyes</source>
        <translation>翻白眼</translation>
    </message>
    <message>
        <source>smirk</source>
        <translation>得意</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>睡着</translation>
    </message>
    <message>
        <source>sad, a tear</source>
        <translation>难过流泪</translation>
    </message>
    <message>
        <source>crying</source>
        <translation>大哭</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>生气</translation>
    </message>
    <message>
        <source>frightened</source>
        <translation>惊恐</translation>
    </message>
    <message>
        <source>party face</source>
        <translation>派对</translation>
    </message>
    <message>
        <source>hug</source>
        <translation>拥抱</translation>
    </message>
    <message>
        <source>shrug</source>
        <translation>耸肩</translation>
    </message>
    <message>
        <source>monkey that sees nothing</source>
        <translation>不看的猴子</translation>
    </message>
    <message>
        <source>thumbs up</source>
        <translation>点赞</translation>
    </message>
    <message>
        <source>thumbs down</source>
        <translation>踩</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>没问题</translation>
    </message>
    <message>
        <source>waving hand</source>
        <translation>挥手</translation>
    </message>
    <message>
        <source>applause</source>
        <translation>鼓掌</translation>
    </message>
    <message>
        <source>folded hands</source>
        <translation>合十</translation>
    </message>
    <message>
        <source>strong arm</source>
        <translation>加油</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>crossed fingers</source>
        <translation>祈求好运</translation>
    </message>
    <message>
        <source>eyes</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>idea</source>
        <translation>主意</translation>
    </message>
    <message>
        <source>red heart</source>
        <translation>红心</translation>
    </message>
    <message>
        <source>broken heart</source>
        <translation>心碎</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>火</translation>
    </message>
    <message>
        <source>star</source>
        <translation>星星</translation>
    </message>
    <message>
        <source>celebration</source>
        <translation>庆祝</translation>
    </message>
    <message>
        <source>birthday cake</source>
        <translation>生日蛋糕</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>玫瑰</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>太阳</translation>
    </message>
    <message>
        <source>coffee</source>
        <translation>咖啡</translation>
    </message>
    <message>
        <source>pizza</source>
        <translation>披萨</translation>
    </message>
    <message>
        <source>beer</source>
        <translation>啤酒</translation>
    </message>
    <message>
        <source>car</source>
        <translation>汽车</translation>
    </message>
    <message>
        <source>train</source>
        <translation>火车</translation>
    </message>
    <message>
        <source>aeroplane</source>
        <translation>飞机</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不</translation>
    </message>
    <message>
        <source>Insert emoji</source>
        <translation>插入表情</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>搜索表情</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::MailFields</name>
    <message>
        <source>&amp;To</source>
        <translation>收件人(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cc</source>
        <translation>抄送(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Bcc</source>
        <translation>密送(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>主题(&amp;S)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>密送</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Cc and Bcc</source>
        <translation>抄送和密送</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>发件人(&amp;F)</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::MessageEdit</name>
    <message>
        <source>Message text</source>
        <translation>消息正文</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::RecipientChips</name>
    <message>
        <source>Recipient: %1</source>
        <translation>收件人：%1</translation>
    </message>
</context>
<context>
    <name>isthmus::composer::RouteText</name>
    <message>
        <source>Cannot be sent: no chat address of %1 is known. Add one in the details.</source>
        <translation>无法发送：没有 %1 的聊天地址。请在详细信息中添加。</translation>
    </message>
    <message>
        <source>Cannot be sent: no confirmed mailbox of %1 is known. Confirm one in the details.</source>
        <translation>无法发送：没有 %1 的已确认邮箱。请在详细信息中确认。</translation>
    </message>
    <message>
        <source>Cannot be sent: “Send via” of %1 asks for a channel without a known address.</source>
        <translation>无法发送：%1 的“发送方式”所选渠道没有已知地址。</translation>
    </message>
    <message>
        <source>Cannot be sent yet: there is no address to send to.</source>
        <translation>暂时无法发送：没有收件地址。</translation>
    </message>
    <message>
        <source>Your choice for this message</source>
        <translation>您为此消息选择</translation>
    </message>
    <message>
        <source>“Send via” of %1</source>
        <translation>%1 的“发送方式”</translation>
    </message>
    <message>
        <source>The only way to %1</source>
        <translation>联系 %1 的唯一方式</translation>
    </message>
    <message>
        <source>%1 is online</source>
        <translation>%1 在线</translation>
    </message>
    <message>
        <source>%1 is offline</source>
        <translation>%1 离线</translation>
    </message>
    <message>
        <source>%1 does not want to be disturbed</source>
        <translation>%1 不想被打扰</translation>
    </message>
    <message>
        <source>It is not known whether %1 is online</source>
        <translation>不清楚 %1 是否在线</translation>
    </message>
    <message>
        <source>An e-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>goes as chat to %1</source>
        <translation>以聊天发送至 %1</translation>
    </message>
    <message>
        <source>goes as mail to %1</source>
        <translation>以邮件发送至 %1</translation>
    </message>
    <message>
        <source>goes as chat to %1 once chat is connected</source>
        <translation>聊天连接后将以聊天发送至 %1</translation>
    </message>
    <message>
        <source>goes as mail to %1 once outgoing mail is connected</source>
        <translation>发信连接后将以邮件发送至 %1</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>此人</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason: where it goes</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>encrypted in transit, readable by both chat servers</source>
        <translation>传输中加密，双方聊天服务器可读</translation>
    </message>
    <message>
        <source>readable by every mail server on the way</source>
        <translation>途经的每台邮件服务器均可读</translation>
    </message>
    <message>
        <source> · if that fails, as mail</source>
        <translation> · 失败则改用邮件</translation>
    </message>
    <message>
        <source> · if that fails, as chat</source>
        <translation> · 失败则改用聊天</translation>
    </message>
    <message>
        <source>Cannot be sent: no account is signed in. Add one in the menu Isthmus.</source>
        <translation>无法发送：没有已登录的账户。请在 Isthmus 菜单中添加。</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::AddressMapDialog</name>
    <message>
        <source>Address map</source>
        <translation>地址对应表</translation>
    </message>
    <message>
        <source>All addresses</source>
        <translation>所有地址</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the address map</source>
        <translation>导出地址对应表</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import an address map</source>
        <translation>导入地址对应表</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>No addresses yet</source>
        <translation>还没有地址</translation>
    </message>
    <message>
        <source>Those of contacts, and of whoever writes to you, appear here.</source>
        <translation>联系人以及写信给您的人的地址会出现在这里。</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::AddressRow</name>
    <message>
        <source>%1, %2</source>
        <comment>evidence, since when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>kind, address, evidence</comment>
        <translation>%1 %2，%3</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Confirm %1 %2</source>
        <comment>kind, address</comment>
        <translation>确认%1 %2</translation>
    </message>
    <message>
        <source>Split off %1 %2</source>
        <comment>kind, address</comment>
        <translation>拆分%1 %2</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::ContactCard</name>
    <message>
        <source>contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>联系人姓名</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>关闭详细信息</translation>
    </message>
    <message>
        <source>Close details (Escape)</source>
        <translation>关闭详细信息 (Esc)</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Chat with this contact</source>
        <translation>与此联系人聊天</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>发送邮件</translation>
    </message>
    <message>
        <source>Send e-mail to this contact</source>
        <translation>向此联系人发送邮件</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Kind of the new address</source>
        <translation>新地址的类型</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>新地址</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add this address</source>
        <translation>添加此地址</translation>
    </message>
    <message>
        <source>Send via</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>mail only</source>
        <translation>仅邮件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>presence: own words</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This is no complete address. Nothing was changed.</source>
        <translation>地址不完整。未作任何更改。</translation>
    </message>
    <message>
        <source>Join with another person…</source>
        <translation>与另一个人合并…</translation>
    </message>
    <message>
        <source>Wishes to be reached by e-mail only.</source>
        <translation>希望仅通过邮件联系。</translation>
    </message>
    <message>
        <source>Wishes to be reached by chat only.</source>
        <translation>希望仅通过聊天联系。</translation>
    </message>
    <message>
        <source>Wishes e-mail while offline or not to be disturbed.</source>
        <translation>离线或请勿打扰时希望收到邮件。</translation>
    </message>
    <message>
        <source>Wishes e-mail while offline.</source>
        <translation>离线时希望收到邮件。</translation>
    </message>
    <message>
        <source>Wishes e-mail while not to be disturbed.</source>
        <translation>请勿打扰时希望收到邮件。</translation>
    </message>
</context>
<context>
    <name>isthmus::contacts::NewContactDialog</name>
    <message>
        <source>new contact</source>
        <translation>新联系人</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Address of the new contact</source>
        <translation>新联系人的地址</translation>
    </message>
    <message>
        <source>Name of the new contact</source>
        <translation>新联系人的姓名</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>地址类型</translation>
    </message>
    <message>
        <source>Chat address</source>
        <translation>聊天地址</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>This is no complete address. An address looks like bob@example.org.</source>
        <translation>地址不完整。地址的格式如 bob@example.org。</translation>
    </message>
</context>
<context>
    <name>isthmus::conversations::ConversationPane</name>
    <message>
        <source>Search people</source>
        <translation>搜索联系人</translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Add contact (Ctrl+Shift+N)</source>
        <translation>添加联系人 (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>没有匹配的人</translation>
    </message>
    <message>
        <source>Escape in the search field, and the filter All, show everybody again.</source>
        <translation>在搜索框中按 Esc，或选“全部”，即可重新显示所有人。</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>这里还没有人</translation>
    </message>
    <message>
        <source>Contacts and mails appear by themselves once an account is connected.</source>
        <translation>连接账户后，联系人和邮件会自动出现。</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>搜索消息</translation>
    </message>
    <message>
        <source>Look for these words in all messages (Ctrl+Shift+F)</source>
        <translation>在所有消息中搜索这些词（Ctrl+Shift+F）</translation>
    </message>
    <message>
        <source>Add a contact, or write an e-mail: who answers is here, too.</source>
        <translation>添加联系人，或写一封邮件：回复您的人也会出现在这里。</translation>
    </message>
</context>
<context>
    <name>isthmus::conversations::Row</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>last message failed</source>
        <translation>最后一条消息发送失败</translation>
    </message>
    <message>
        <source>no messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>我：%1</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>草稿：%1</translation>
    </message>
    <message>
        <source>a message that cannot be shown safely</source>
        <translation>一条无法安全显示的消息</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>已阻止</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
</context>
<context>
    <name>isthmus::convert::Program</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>standard input and output are not there</source>
        <translation>标准输入和标准输出不可用</translation>
    </message>
    <message>
        <source>Converts between e-mail and instant messages as Isthmus does, to see what becomes of a message.
Without an option it reads JSON Lines {id, direction, input, context} on standard input and writes
{id, result} for each. It opens no network and keeps nothing.</source>
        <translation>按照 Isthmus 的方式在电子邮件与即时消息之间转换，以查看消息转换后的样子。
不带选项时，从标准输入读取 JSON Lines {id, direction, input, context}，并为每行输出
{id, result}。不访问网络，也不保留任何内容。</translation>
    </message>
    <message>
        <source>Show what becomes of one e-mail.</source>
        <translation>显示一封邮件转换后的样子。</translation>
    </message>
    <message>
        <source>FILE.eml</source>
        <translation>文件.eml</translation>
    </message>
    <message>
        <source>Show what becomes of one message stanza.</source>
        <translation>显示一个消息节转换后的样子。</translation>
    </message>
    <message>
        <source>FILE.xml</source>
        <translation>文件.xml</translation>
    </message>
    <message>
        <source>unexpected argument: %1</source>
        <translation>意外的参数：%1</translation>
    </message>
</context>
<context>
    <name>isthmus::desktop::CommandLine</name>
    <message>
        <source>Keep everything in DIR instead of the user&apos;s data folder. Two programs cannot use one profile at the same time.</source>
        <translation>将所有内容保存在 DIR 中，而不是用户的数据文件夹。两个程序不能同时使用同一个配置。</translation>
    </message>
    <message>
        <source>Trust the certificates in FILE (PEM) instead of the system&apos;s, for private networks.</source>
        <translation>信任 FILE（PEM）中的证书而不是系统证书，用于专用网络。</translation>
    </message>
    <message>
        <source>Ask this DNS server instead of the system&apos;s.</source>
        <translation>使用此 DNS 服务器而不是系统的 DNS 服务器。</translation>
    </message>
    <message>
        <source>Sign in with ADDRESS and the password on the first line of standard input, if the profile has no account yet.</source>
        <translation>如果配置中还没有账户，则用 ADDRESS 和标准输入第一行的密码登录。</translation>
    </message>
    <message>
        <source>system, light, dark or contrast.</source>
        <translation>system、light、dark 或 contrast。</translation>
    </message>
    <message>
        <source>Size of everything in per cent, 100 to 300.</source>
        <translation>整体缩放百分比，100 到 300。</translation>
    </message>
    <message>
        <source>isthmus: %1
Try isthmus --help.
</source>
        <translation>isthmus：%1
请尝试 isthmus --help。
</translation>
    </message>
    <message>
        <source>the file of --ca-file cannot be read</source>
        <translation>无法读取 --ca-file 指定的文件</translation>
    </message>
    <message>
        <source>--dns wants an IP address and a port, such as 127.0.0.1:5353</source>
        <translation>--dns 需要 IP 地址和端口，例如 127.0.0.1:5353</translation>
    </message>
    <message>
        <source>--theme wants system, light, dark or contrast</source>
        <translation>--theme 需要 system、light、dark 或 contrast</translation>
    </message>
    <message>
        <source>--scale wants a number from 100 to 300</source>
        <translation>--scale 需要 100 到 300 之间的数字</translation>
    </message>
    <message>
        <source>--sign-in wants an address such as alice@example.org</source>
        <translation>--sign-in 需要一个地址，例如 alice@example.org</translation>
    </message>
    <message>
        <source>only links that begin with mailto: or xmpp: can be opened</source>
        <translation>只能打开以 mailto: 或 xmpp: 开头的链接</translation>
    </message>
    <message>
        <source>Mail and chat with a person as one conversation.</source>
        <translation>与一个人的邮件和聊天，合为一个对话。</translation>
    </message>
    <message>
        <source>mailto: or xmpp: links to open.</source>
        <translation>要打开的 mailto: 或 xmpp: 链接。</translation>
    </message>
    <message>
        <source>Speak this language instead of the desktop&apos;s: %1, or a translator&apos;s .qm file.</source>
        <translation>使用此语言而不是桌面的语言：%1，或译者的 .qm 文件。</translation>
    </message>
    <message>
        <source>--language wants one of %1, or a .qm file</source>
        <translation>--language 需要 %1 之一，或一个 .qm 文件</translation>
    </message>
</context>
<context>
    <name>isthmus::mailbox::MailboxPane</name>
    <message>
        <source>Folders and accounts</source>
        <translation>文件夹和账户</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>Nothing fetched yet</source>
        <translation>尚未收取任何邮件</translation>
    </message>
    <message>
        <source>E-mails of this folder appear here when the account is connected.</source>
        <translation>账户连接后，此文件夹中的邮件会显示在这里。</translation>
    </message>
    <message>
        <source>No e-mails here</source>
        <translation>这里没有邮件</translation>
    </message>
    <message>
        <source>What comes into this folder appears by itself.</source>
        <translation>进入此文件夹的邮件会自动显示。</translation>
    </message>
</context>
<context>
    <name>isthmus::mailbox::Row</name>
    <message>
        <source>All e-mails</source>
        <translation>所有邮件</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>收件人：%1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>（无主题）</translation>
    </message>
    <message numerus="yes">
        <source>%n e-mails</source>
        <translation>
            <numerusform>%n 封邮件</numerusform>
        </translation>
    </message>
    <message>
        <source>with files</source>
        <translation>含文件</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <comment>an account&apos;s address</comment>
        <translation>%1（已移除）</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchDelegate</name>
    <message>
        <source>You: %1</source>
        <translation>我：%1</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchModel</name>
    <message>
        <source>from you</source>
        <translation>来自您</translation>
    </message>
</context>
<context>
    <name>isthmus::search::SearchPane</name>
    <message>
        <source>Show in conversation</source>
        <translation>在对话中显示</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>搜索所有消息</translation>
    </message>
    <message>
        <source>Words or their beginnings</source>
        <translation>词或词的开头</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Close search (Escape)</source>
        <translation>关闭搜索（Esc）</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部内容</translation>
    </message>
    <message>
        <source>Only chats</source>
        <translation>仅聊天</translation>
    </message>
    <message>
        <source>Only e-mails</source>
        <translation>仅邮件</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>找到的消息</translation>
    </message>
    <message>
        <source>Type words to search the chats and e-mails of everybody, and the names of files.</source>
        <translation>输入词语，搜索所有人的聊天、邮件和文件名。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>The messages on this computer could not be searched. Nothing was changed; try again.</source>
        <translation>无法搜索此计算机上的消息。没有任何更改，请重试。</translation>
    </message>
    <message>
        <source>No message matches.</source>
        <translation>没有匹配的消息。</translation>
    </message>
    <message numerus="yes">
        <source>Newest first. All %n messages on this computer were searched.</source>
        <translation>
            <numerusform>最新的在前。已搜索此计算机上的全部 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest first. %1 of %2 messages on this computer were searched; the rest is still being read, or could not be.</source>
        <translation>最新的在前。此计算机上的 %2 条消息已搜索 %1 条；其余的仍在读取或无法读取。</translation>
    </message>
</context>
<context>
    <name>isthmus::settings::ChoicesGroup</name>
    <message>
        <source>Reports and ways</source>
        <translation>报告与途径</translation>
    </message>
    <message>
        <source>Tell senders that I have &amp;read their e-mail</source>
        <translation>告知发件人我已阅读其邮件(&amp;R)</translation>
    </message>
    <message>
        <source>Tell the recipient of an e-mail by &amp;chat</source>
        <translation>通过聊天通知邮件收件人(&amp;C)</translation>
    </message>
    <message>
        <source>Ask whether my e-mails were delivered and read</source>
        <translation>询问我的邮件是否已送达和已读</translation>
    </message>
    <message>
        <source>Join chat lines that go as e-mail while they wait</source>
        <translation>将等待中以邮件发送的聊天内容合并</translation>
    </message>
    <message>
        <source>While I do not want to be disturbed, put chat messages into my mailbox, too</source>
        <translation>在我请勿打扰时，也将聊天消息放入我的邮箱</translation>
    </message>
    <message>
        <source>Tell contacts: by e-mail while I am offline</source>
        <translation>告知联系人：我离线时请发邮件</translation>
    </message>
    <message>
        <source>Tell contacts: by e-mail while I do not want to be disturbed</source>
        <translation>告知联系人：我请勿打扰时请发邮件</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Tell contacts how to reach me</source>
        <translation>告知联系人如何联系我</translation>
    </message>
    <message>
        <source>By chat or e-mail</source>
        <translation>聊天或邮件</translation>
    </message>
    <message>
        <source>By e-mail only</source>
        <translation>仅邮件</translation>
    </message>
    <message>
        <source>By chat only</source>
        <translation>仅聊天</translation>
    </message>
    <message>
        <source>Tell contacts how to reach &amp;me</source>
        <translation>告知联系人如何联系我(&amp;M)</translation>
    </message>
    <message>
        <source>Account for new messages</source>
        <translation>新消息使用的账户</translation>
    </message>
    <message>
        <source>&amp;Account for new messages</source>
        <translation>新消息使用的账户(&amp;A)</translation>
    </message>
    <message>
        <source>%1 is my provider&apos;s server and may say whether a sender was checked</source>
        <translation>%1 是我的服务商的服务器，可说明发件人是否经过核实</translation>
    </message>
    <message>
        <source>Chat messages with a subject</source>
        <translation>带主题的聊天消息</translation>
    </message>
    <message>
        <source>Messages that say themselves that they are e-mail are shown as such in any case</source>
        <translation>自称是邮件的消息始终显示为邮件</translation>
    </message>
    <message>
        <source>Are e-mail</source>
        <translation>视为邮件</translation>
    </message>
    <message>
        <source>Are e-mail if written as single messages</source>
        <translation>作为单条消息写成时视为邮件</translation>
    </message>
    <message>
        <source>Are chat lines with a title</source>
        <translation>视为带标题的聊天</translation>
    </message>
    <message>
        <source>Chat messages with a &amp;subject</source>
        <translation>带主题的聊天消息(&amp;S)</translation>
    </message>
</context>
<context>
    <name>isthmus::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Passwords are kept in the system keyring, nowhere else.</source>
        <translation>密码只保存在系统密钥环中，不会存放在别处。</translation>
    </message>
    <message>
        <source>This system has no keyring: passwords are kept in memory and forgotten when Isthmus is closed.</source>
        <translation>此系统没有密钥环：密码只保存在内存中，关闭 Isthmus 后即被清除。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Connect chat at start</source>
        <translation>启动时连接聊天</translation>
    </message>
    <message>
        <source>Connect chat of %1 at start</source>
        <translation>启动时连接 %1 的聊天</translation>
    </message>
    <message>
        <source>Fetch mail at start</source>
        <translation>启动时收取邮件</translation>
    </message>
    <message>
        <source>Fetch mail of %1 at start</source>
        <translation>启动时收取 %1 的邮件</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>更改密码…</translation>
    </message>
    <message>
        <source>Change the stored password of %1</source>
        <translation>更改 %1 的已存密码</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tell of new messages</source>
        <translation>有新消息时通知</translation>
    </message>
    <message>
        <source>Be quiet every day between these times</source>
        <translation>每天在这段时间内保持安静</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>安静开始时间</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>安静结束时间</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>窗口关闭时</translation>
    </message>
    <message>
        <source>Show an icon with the count of unread messages</source>
        <translation>显示带有未读消息数的图标</translation>
    </message>
    <message>
        <source>Stay connected in that icon when the window is closed</source>
        <translation>关闭窗口后在该图标中保持连接</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Long messages</source>
        <translation>长消息</translation>
    </message>
    <message>
        <source>How chat messages travel that are too long for a few parts</source>
        <translation>过长的聊天消息如何传送</translation>
    </message>
    <message>
        <source>With a link to the whole text</source>
        <translation>附上全文链接</translation>
    </message>
    <message>
        <source>In parts</source>
        <translation>分段发送</translation>
    </message>
    <message>
        <source>Directly to the other program, if it can</source>
        <translation>若对方程序支持，则直接传送</translation>
    </message>
    <message>
        <source>&amp;Long messages</source>
        <translation>长消息(&amp;L)</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>What a notification tells</source>
        <translation>通知的内容</translation>
    </message>
    <message>
        <source>Notifications may be read on a locked screen</source>
        <translation>锁屏时通知可能被看到</translation>
    </message>
    <message>
        <source>Who wrote, and the first words</source>
        <translation>发件人和开头文字</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>Only how many there are</source>
        <translation>仅数量</translation>
    </message>
    <message>
        <source>Longest text in one message</source>
        <translation>单条消息的最大长度</translation>
    </message>
    <message>
        <source>A letter of the Latin alphabet takes one byte, a Chinese sign three</source>
        <translation>一个拉丁字母占一个字节，一个汉字占三个字节</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> 字节</translation>
    </message>
    <message>
        <source>Longest &amp;text in one message</source>
        <translation>单条消息的最大长度(&amp;T)</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>移除账户…</translation>
    </message>
    <message>
        <source>Remove the account %1</source>
        <translation>移除账户 %1</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::CommandPalette</name>
    <message>
        <source>No command has such words.</source>
        <translation>没有命令包含这些词。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Command to look for</source>
        <translation>要查找的命令</translation>
    </message>
    <message>
        <source>Beginnings of words</source>
        <translation>词的开头</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>menu: command</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>现在不可用</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::ConversationView</name>
    <message>
        <source>Send e-mail</source>
        <translation>发送邮件</translation>
    </message>
    <message>
        <source>Send e-mail (Ctrl+Shift+M)</source>
        <translation>发送邮件 (Ctrl+Shift+M)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Details (Ctrl+I)</source>
        <translation>详细信息 (Ctrl+I)</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Find in this conversation; Enter goes up, Shift+Enter down</source>
        <translation>在此对话中查找；按 Enter 向上，按 Shift+Enter 向下</translation>
    </message>
    <message>
        <source>Found, %1</source>
        <translation>已找到，%1</translation>
    </message>
    <message>
        <source>No more matches</source>
        <translation>没有更多匹配项</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在载入…</translation>
    </message>
    <message>
        <source>Nothing was said yet. What you write below is the beginning.</source>
        <translation>还没有任何消息。您在下方写的就是开始。</translation>
    </message>
    <message>
        <source>mail only</source>
        <translation>仅邮件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>presence: own words</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Answer to: %1</source>
        <translation>回复：%1</translation>
    </message>
    <message>
        <source>Save e-mail</source>
        <translation>保存邮件</translation>
    </message>
    <message>
        <source>Save attachment</source>
        <translation>保存附件</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Attach file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Misleading link</source>
        <translation>误导性链接</translation>
    </message>
    <message>
        <source>The text of this link names another address. It leads to: %1</source>
        <translation>此链接的文字写的是另一个地址。它实际指向：%1</translation>
    </message>
    <message>
        <source>Open it only if you know that address.</source>
        <translation>仅在您认识该地址时才打开。</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>Suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>Searching older messages…</source>
        <translation>正在搜索更早的消息…</translation>
    </message>
    <message>
        <source>This message is no longer here.</source>
        <translation>此消息已不在这里。</translation>
    </message>
    <message>
        <source>Remove an e-mail</source>
        <translation>移除邮件</translation>
    </message>
    <message>
        <source>“%1” is taken out of Isthmus.</source>
        <translation>“%1”将从 Isthmus 中移除。</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>（无主题）</translation>
    </message>
    <message>
        <source>It stays on the server.</source>
        <translation>它仍保留在服务器上。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>已打印。</translation>
    </message>
    <message>
        <source>This could not be printed: the file or printer cannot be written to.</source>
        <translation>无法打印：文件或打印机无法写入。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Another file is being received. You can accept this one when that is done.</source>
        <translation>正在接收另一个文件。完成后即可接收此文件。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for this file.</source>
        <translation>磁盘空间不足，无法接收此文件。</translation>
    </message>
    <message>
        <source>This file can be accepted when the connection is back.</source>
        <translation>恢复连接后即可接收此文件。</translation>
    </message>
    <message>
        <source>---------- Forwarded e-mail ----------</source>
        <translation>---------- 转发的邮件 ----------</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>发件人：%1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>日期：%1</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>主题：%1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>收件人：%1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>抄送：%1</translation>
    </message>
    <message>
        <source>Not attached: %1</source>
        <translation>未附加：%1</translation>
    </message>
    <message>
        <source>This mailbox is fetched by POP3, which has no folders. “Remove from here” takes the e-mail out of Isthmus.</source>
        <translation>此邮箱通过 POP3 收取，没有文件夹。“从此处移除”可将邮件移出 Isthmus。</translation>
    </message>
    <message>
        <source>This e-mail does not lie in the inbox or another folder of the server that it could be moved from.</source>
        <translation>此邮件不在服务器的收件箱或其他可移出的文件夹中。</translation>
    </message>
    <message>
        <source>This e-mail is being sent or moved already.</source>
        <translation>此邮件正在发送或移动。</translation>
    </message>
    <message>
        <source>The account of this e-mail has been removed from Isthmus. On the server it stays where it is.</source>
        <translation>此邮件的账户已从 Isthmus 中移除。它在服务器上保持原位。</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::DraftKeeper</name>
    <message>
        <source>No longer attached, because it is gone from its place: %1</source>
        <translation>不再附上，因为它已不在原处：%1</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::HistoryLine</name>
    <message>
        <source>Older messages that are here</source>
        <translation>已取回的较早消息</translation>
    </message>
    <message>
        <source>older chat messages</source>
        <translation>较早的聊天消息</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>e-mails and chat messages</comment>
        <translation>%1和%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older e-mail(s)</source>
        <translation>
            <numerusform>%Ln 封较早的邮件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older chat message(s)</source>
        <translation>
            <numerusform>%Ln 条较早的聊天消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Left on the server for now: %1</source>
        <translation>暂时留在服务器上：%1</translation>
    </message>
    <message>
        <source>Still being fetched: %1</source>
        <translation>仍在取回：%1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause fetching older messages</source>
        <translation>暂停取回较早的消息</translation>
    </message>
    <message>
        <source>Go on fetching older messages</source>
        <translation>继续取回较早的消息</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::JourneyDialog</name>
    <message>
        <source>Where is this message?</source>
        <translation>这条消息在哪里？</translation>
    </message>
    <message>
        <source>Its &amp;way</source>
        <translation>路程(&amp;W)</translation>
    </message>
    <message>
        <source>Its way</source>
        <translation>路程</translation>
    </message>
    <message>
        <source>For the &amp;logs</source>
        <translation>日志资料(&amp;L)</translation>
    </message>
    <message>
        <source>For the logs</source>
        <translation>日志资料</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::JourneyText</name>
    <message>
        <source>It has arrived and every byte of it is kept on this computer, but it cannot be shown safely.</source>
        <translation>它已到达，每个字节都保存在这台电脑上，但无法安全显示。</translation>
    </message>
    <message>
        <source>It has arrived and is kept on this computer. You have read it.</source>
        <translation>它已到达并保存在这台电脑上。您已读过。</translation>
    </message>
    <message>
        <source>It has arrived and is kept on this computer. You have not read it yet.</source>
        <translation>它已到达并保存在这台电脑上。您还没有读。</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves as soon as chat is connected.</source>
        <translation>它还在这台电脑上，聊天连接后立即发出。</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves as soon as outgoing mail is connected.</source>
        <translation>它还在这台电脑上，发信连接后立即发出。</translation>
    </message>
    <message>
        <source>It is still on this computer. The last attempt did not succeed; the next one is at %1.</source>
        <translation>它还在这台电脑上。上次尝试没有成功；下次在 %1。</translation>
    </message>
    <message>
        <source>If none succeeds until %1, it counts as failed.</source>
        <translation>若到 %1 仍不成功，则视为失败。</translation>
    </message>
    <message>
        <source>It is still on this computer and leaves after what was written before it.</source>
        <translation>它还在这台电脑上，在先写的消息之后发出。</translation>
    </message>
    <message>
        <source>It is still on this computer and can be called back until %1.</source>
        <translation>它还在这台电脑上，%1 之前可以撤回。</translation>
    </message>
    <message>
        <source>It is on its way to your chat server, which has not confirmed it yet.</source>
        <translation>它正在前往您的聊天服务器，服务器尚未确认。</translation>
    </message>
    <message>
        <source>It is on its way to your mail server, which has not confirmed it yet.</source>
        <translation>它正在前往您的邮件服务器，服务器尚未确认。</translation>
    </message>
    <message>
        <source>Your mail server has taken it, but not for every recipient.</source>
        <translation>您的邮件服务器已接收，但不是对所有收件人。</translation>
    </message>
    <message>
        <source>Your chat server has it. No device of %1 has confirmed it yet.</source>
        <translation>您的聊天服务器已收到。%1 的设备尚未确认。</translation>
    </message>
    <message>
        <source>Your mail server has taken it. Nobody has confirmed its arrival, and many mailboxes never do.</source>
        <translation>您的邮件服务器已接收。无人确认其到达，许多邮箱从不确认。</translation>
    </message>
    <message>
        <source>It has arrived: a device of %1 has confirmed it.</source>
        <translation>它已到达：%1 的一台设备已确认。</translation>
    </message>
    <message>
        <source>It has arrived: the recipient&apos;s mail server has confirmed it.</source>
        <translation>它已到达：收件人的邮件服务器已确认。</translation>
    </message>
    <message>
        <source>It has arrived and was shown to %1.</source>
        <translation>它已到达并已显示给 %1。</translation>
    </message>
    <message>
        <source>It did not arrive and is kept on this computer. %1</source>
        <translation>它没有到达，保存在这台电脑上。%1</translation>
    </message>
    <message>
        <source>It was sent from another program; only its copy is known here.</source>
        <translation>它由另一程序发出；这里只知道它的副本。</translation>
    </message>
    <message>
        <source>written down on this computer, to go as chat</source>
        <translation>已记在这台电脑上，将作为聊天发出</translation>
    </message>
    <message>
        <source>written down on this computer, to go as e-mail</source>
        <translation>已记在这台电脑上，将作为邮件发出</translation>
    </message>
    <message>
        <source>handed to the chat connection</source>
        <translation>已交给聊天连接</translation>
    </message>
    <message>
        <source>handed to the mail connection</source>
        <translation>已交给邮件连接</translation>
    </message>
    <message>
        <source>the chat server confirmed that it has it</source>
        <translation>聊天服务器确认已收到</translation>
    </message>
    <message>
        <source>the mail server took it</source>
        <translation>邮件服务器已接收</translation>
    </message>
    <message>
        <source>the chat server&apos;s copy of it came back</source>
        <translation>聊天服务器的副本已返回</translation>
    </message>
    <message>
        <source>its copy was found among the sent mail</source>
        <translation>在已发送邮件中找到副本</translation>
    </message>
    <message>
        <source>not decided, will be tried again</source>
        <translation>尚无定论，将再试</translation>
    </message>
    <message>
        <source>the program ended in the middle, will be tried again</source>
        <translation>程序中途结束，将再试</translation>
    </message>
    <message>
        <source>refused on the way by chat</source>
        <translation>经聊天发送时被拒绝</translation>
    </message>
    <message>
        <source>refused on the way by e-mail</source>
        <translation>经邮件发送时被拒绝</translation>
    </message>
    <message>
        <source>refused for some recipients</source>
        <translation>对部分收件人被拒绝</translation>
    </message>
    <message>
        <source>you asked to send it</source>
        <translation>您要求发送</translation>
    </message>
    <message>
        <source>turned to chat</source>
        <translation>改为聊天</translation>
    </message>
    <message>
        <source>turned to e-mail</source>
        <translation>改为邮件</translation>
    </message>
    <message>
        <source>a copy was filed among the sent mail</source>
        <translation>副本已存入已发送邮件</translation>
    </message>
    <message>
        <source>a device confirmed its arrival</source>
        <translation>一台设备确认已到达</translation>
    </message>
    <message>
        <source>its arrival was reported</source>
        <translation>已报告到达</translation>
    </message>
    <message>
        <source>it was shown to the recipient</source>
        <translation>已显示给收件人</translation>
    </message>
    <message>
        <source>it came in and was stored on this computer</source>
        <translation>已到达并存入这台电脑</translation>
    </message>
    <message>
        <source>you read it</source>
        <translation>您已读</translation>
    </message>
    <message>
        <source>%1, it reached your mailbox (by the server&apos;s clock)</source>
        <translation>%1，到达您的邮箱（按服务器时钟）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, what happened</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>what happened, in the server&apos;s words</comment>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>Its way was not recorded: it is older than this record.</source>
        <translation>没有记录它的路程：它比这份记录更早。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a fact, its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路线</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Stanza id</source>
        <translation>聊天消息 ID</translation>
    </message>
    <message>
        <source>Archive id</source>
        <translation>存档 ID</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Envelope id</source>
        <translation>信封 ID</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>会话串</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>%1, UID %2 of %3</source>
        <comment>folder, number, numbering</comment>
        <translation>%1，UID %2（%3）</translation>
    </message>
    <message>
        <source>Attempts without success</source>
        <translation>未成功的尝试</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>最近的错误</translation>
    </message>
    <message>
        <source>Server&apos;s words</source>
        <translation>服务器的话</translation>
    </message>
    <message>
        <source>you read it in another program</source>
        <translation>您在另一程序中读过</translation>
    </message>
    <message>
        <source>chat had delivered it after all: it has arrived twice</source>
        <translation>聊天其实已送达：对方收到了两次</translation>
    </message>
    <message>
        <source>e-mail had delivered it after all: it has arrived twice</source>
        <translation>邮件其实已送达：对方收到了两次</translation>
    </message>
    <message>
        <source>its account was removed from Isthmus</source>
        <translation>其账户已从 Isthmus 中移除</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>key: what it does</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>From message to message, from person to person</source>
        <translation>在消息之间、联系人之间移动</translation>
    </message>
    <message>
        <source>Open what is chosen; send a chat message</source>
        <translation>打开所选内容；发送聊天消息</translation>
    </message>
    <message>
        <source>What can be done with what is chosen</source>
        <translation>对所选内容可执行的操作</translation>
    </message>
    <message>
        <source>Leave, close, go back</source>
        <translation>离开、关闭、返回</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>按键及其作用</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MainWindow</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Split off an address</source>
        <translation>拆分地址</translation>
    </message>
    <message>
        <source>%1 becomes a person of its own, with its messages.</source>
        <translation>%1 将成为独立的联系人，并带走相关消息。</translation>
    </message>
    <message>
        <source>Nothing is lost; joining the two again brings them back together.</source>
        <translation>不会丢失任何内容；再次合并即可恢复。</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>The same person</source>
        <translation>同一个人</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Add %1 to your contacts and chat?</source>
        <translation>要将 %1 添加到联系人并开始聊天吗？</translation>
    </message>
    <message>
        <source>Add and chat</source>
        <translation>添加并聊天</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>About Isthmus</source>
        <translation>关于 Isthmus</translation>
    </message>
    <message>
        <source>&amp;Isthmus</source>
        <translation>&amp;Isthmus</translation>
    </message>
    <message>
        <source>New e-mail</source>
        <translation>新邮件</translation>
    </message>
    <message>
        <source>Add contact…</source>
        <translation>添加联系人…</translation>
    </message>
    <message>
        <source>Check mail</source>
        <translation>收取邮件</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>上线</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>添加账户…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Jump to a person</source>
        <translation>跳转到联系人</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>在此对话中查找</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>发送邮件</translation>
    </message>
    <message>
        <source>Switch between chat and e-mail</source>
        <translation>在聊天和邮件间切换</translation>
    </message>
    <message>
        <source>Attach file…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Reply as chat</source>
        <translation>以聊天回复</translation>
    </message>
    <message>
        <source>Reply as e-mail</source>
        <translation>以邮件回复</translation>
    </message>
    <message>
        <source>Show or fold the whole message</source>
        <translation>展开或折叠整条消息</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Send on the other channel</source>
        <translation>改用另一渠道发送</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Save attachment…</source>
        <translation>保存附件…</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>查看源代码</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>另存为 .eml…</translation>
    </message>
    <message>
        <source>Isthmus %1

Your mail and your chats with a person, in one conversation, converted on your own computer: nothing moved, nothing hidden, nobody in between.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Isthmus %1

您与一个人的邮件和聊天，合为一个对话，在您自己的电脑上转换：不移动，不隐藏，没有第三者。

本程序是自由软件，依据 GNU 通用公共许可证第 3 版或更高版本发布。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, what came</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 – Isthmus</source>
        <comment>window title</comment>
        <translation>%1 – Isthmus</translation>
    </message>
    <message>
        <source>New e-mail – Isthmus</source>
        <translation>新邮件 – Isthmus</translation>
    </message>
    <message>
        <source>C&amp;onversation</source>
        <translation>对话(&amp;O)</translation>
    </message>
    <message>
        <source>Who is this contact too? Both become one, with one conversation. No message is changed; splitting off an address undoes it.</source>
        <translation>此联系人还是谁？二者将成为一个人，拥有同一个对话。不会更改任何消息；拆分地址即可撤销。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (address)</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>There is nobody else yet to join with.</source>
        <translation>目前还没有可以合并的其他人。</translation>
    </message>
    <message>
        <source>An unfinished e-mail is open: “%1”</source>
        <translation>有一封未写完的邮件：“%1”</translation>
    </message>
    <message>
        <source>Discard it and begin the new one</source>
        <translation>丢弃并开始新邮件</translation>
    </message>
    <message>
        <source>Where is this message?</source>
        <translation>这条消息在哪里？</translation>
    </message>
    <message>
        <source>An unfinished e-mail is kept: “%1”. Ctrl+N opens it.</source>
        <translation>保留着一封未写完的邮件：“%1”。按 Ctrl+N 打开。</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>没有打开的对话</translation>
    </message>
    <message>
        <source>Choose a person in the list, or write an e-mail to somebody new.</source>
        <translation>在列表中选择一个人，或给新的人写邮件。</translation>
    </message>
    <message>
        <source>Export the address map</source>
        <translation>导出地址对应表</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Import an address map</source>
        <translation>导入地址对应表</translation>
    </message>
    <message>
        <source>Address maps (*.csv *.json)</source>
        <translation>地址对应表 (*.csv *.json)</translation>
    </message>
    <message>
        <source>This file is no address map. Nothing was changed.</source>
        <translation>此文件不是地址对应表。未作任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n new address(es).</source>
        <translation>
            <numerusform>%n 个新地址。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belong(s) to somebody else here and stayed there.</source>
        <translation>
            <numerusform>%n 个在此属于他人，保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>%n 行无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Block</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Block %1 on all addresses?</source>
        <translation>在所有地址上屏蔽 %1？</translation>
    </message>
    <message>
        <source>Nothing of what comes is shown or told any more. What was written stays; searching for the name finds the person again, to be unblocked.</source>
        <translation>此后收到的内容不再显示也不再通知。已有的内容会保留；搜索名字可重新找到此人并取消屏蔽。</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>取消屏蔽</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>屏蔽…</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>所有命令…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>按键…</translation>
    </message>
    <message>
        <source>Address map…</source>
        <translation>地址对应表…</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>搜索所有消息</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>撤销发送</translation>
    </message>
    <message>
        <source>Send the waiting e-mail now</source>
        <translation>立即发送等待中的邮件</translation>
    </message>
    <message>
        <source>Print conversation…</source>
        <translation>打印对话…</translation>
    </message>
    <message>
        <source>Print message…</source>
        <translation>打印消息…</translation>
    </message>
    <message>
        <source>Save message as PDF…</source>
        <translation>将消息另存为 PDF…</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Remove from here…</source>
        <translation>从此处移除…</translation>
    </message>
    <message numerus="yes">
        <source>%n new e-mails or messages</source>
        <translation>
            <numerusform>%n 封新邮件或消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n 条新消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply by e-mail</source>
        <translation>以邮件回复</translation>
    </message>
    <message>
        <source>Reply by chat</source>
        <translation>以聊天回复</translation>
    </message>
    <message>
        <source>“%1” has left for %2. Say so by chat, too?</source>
        <translation>“%1”已发往 %2。也通过聊天告知吗？</translation>
    </message>
    <message>
        <source>Tell %1 by chat</source>
        <translation>通过聊天告知 %1</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>My state</source>
        <translation>我的状态</translation>
    </message>
    <message>
        <source>“%1” from %2 asks for a notice to %3, which is not its sender, that you have read it. Send it?</source>
        <translation>来自 %2 的“%1”要求通知 %3（并非其发件人）您已阅读。要发送吗？</translation>
    </message>
    <message>
        <source>Send this notice</source>
        <translation>发送此通知</translation>
    </message>
    <message>
        <source>%1 asks to be told when you have read an e-mail. Tell %1 from now on?</source>
        <translation>%1 希望知道您何时阅读了邮件。今后都告知 %1 吗？</translation>
    </message>
    <message>
        <source>Tell %1</source>
        <translation>告知 %1</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Incoming mail says that %1 checks its senders. Is that your mail provider&apos;s server, whose word about senders may be shown?</source>
        <translation>收到的邮件表明 %1 会核实发件人。它是您邮件服务商的服务器吗？是否可显示它对发件人的判断？</translation>
    </message>
    <message>
        <source>Yes, it is my provider&apos;s</source>
        <translation>是，属于我的服务商</translation>
    </message>
    <message>
        <source>Search – Isthmus</source>
        <translation>搜索 – Isthmus</translation>
    </message>
    <message>
        <source>Accept file</source>
        <translation>接收文件</translation>
    </message>
    <message>
        <source>Decline file</source>
        <translation>拒绝文件</translation>
    </message>
    <message>
        <source>A new one can begin in its place. What is written here would be lost.</source>
        <translation>可以在此处开始一封新邮件。已写的内容将会丢失。</translation>
    </message>
    <message>
        <source>No unread e-mails in this folder.</source>
        <translation>此文件夹中没有未读邮件。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>No e-mail is open</source>
        <translation>没有打开邮件</translation>
    </message>
    <message>
        <source>Choose one in the list, or write to somebody new.</source>
        <translation>请在列表中选择一封，或给新的人写信。</translation>
    </message>
    <message>
        <source>Next unread e-mail</source>
        <translation>下一封未读邮件</translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>全部回复</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>%1 is an address of %2. Are %2 and %3 the same person?</source>
        <translation>%1 是 %2 的地址。%2 和 %3 是同一个人吗？</translation>
    </message>
    <message>
        <source>Both become one, with one conversation. No message is changed; splitting off an address undoes it.</source>
        <translation>两人合为一人，共用一个会话。消息不会改动；拆分地址即可撤销。</translation>
    </message>
    <message>
        <source>Yes, join them</source>
        <translation>是，合并</translation>
    </message>
    <message>
        <source>Undo moving an e-mail</source>
        <translation>撤销移动邮件</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>移到归档</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到废纸篓</translation>
    </message>
    <message>
        <source>Your mail server did not move “%1” to the trash. It is where it was.</source>
        <translation>邮件服务器未能将“%1”移到废纸篓。邮件仍在原处。</translation>
    </message>
    <message>
        <source>Your mail server did not move “%1” to the archive. It is where it was.</source>
        <translation>邮件服务器未能将“%1”移到归档。邮件仍在原处。</translation>
    </message>
    <message>
        <source>The e-mail is back where it was.</source>
        <translation>邮件已回到原处。</translation>
    </message>
    <message>
        <source>It is too late to undo that.</source>
        <translation>已无法撤销。</translation>
    </message>
    <message>
        <source>%1 (%2) tells contacts to write to %3, which you know as %4. Are they the same person?</source>
        <translation>%1（%2）请联系人写信到 %3，您已知该地址属于 %4。两者是同一个人吗？</translation>
    </message>
    <message>
        <source>The profile of %1 (%2) names the address %3, which you know as %4. Are they the same person?</source>
        <translation>%1（%2）的资料中有地址 %3，您已知该地址属于 %4。两者是同一个人吗？</translation>
    </message>
    <message>
        <source>Fetch older messages</source>
        <translation>取回较早的消息</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Insert emoji…</source>
        <translation>插入表情…</translation>
    </message>
    <message>
        <source>The password of %1:</source>
        <translation>%1 的密码：</translation>
    </message>
    <message>
        <source>%1 (removed, messages kept)</source>
        <translation>%1（已移除，消息已保留）</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>移除账户</translation>
    </message>
    <message>
        <source>Which account is to be removed?</source>
        <translation>要移除哪个账户？</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 and its messages have been removed from this computer.</source>
        <translation>%1 及其消息已从这台电脑上移除。</translation>
    </message>
    <message>
        <source>%1 has been removed. Its messages are kept for reading.</source>
        <translation>%1 已移除。其消息保留以供阅读。</translation>
    </message>
    <message>
        <source>The keyring has not given up the password; Isthmus asks it again at the next start.</source>
        <translation>密钥环未能删除密码；Isthmus 将在下次启动时再次尝试。</translation>
    </message>
    <message>
        <source>Where things are…</source>
        <translation>存放位置…</translation>
    </message>
    <message>
        <source>Remove account…</source>
        <translation>移除账户…</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::MoveBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo moving</source>
        <translation>撤销移动</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>（无主题）</translation>
    </message>
    <message>
        <source>“%1” goes to the trash of your mailbox.</source>
        <translation>“%1”将移到邮箱的废纸篓。</translation>
    </message>
    <message>
        <source>“%1” goes to the archive of your mailbox.</source>
        <translation>“%1”将移到邮箱的归档。</translation>
    </message>
    <message numerus="yes">
        <source>So do %n other(s).</source>
        <translation>
            <numerusform>另有 %n 封。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Notifier</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::OwnStateButton</name>
    <message>
        <source>My state: %1, %2</source>
        <comment>state, own address</comment>
        <translation>我的状态：%1，%2</translation>
    </message>
    <message>
        <source>What your contacts see of you</source>
        <translation>您的联系人看到的状态</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::PlacesDialog</name>
    <message>
        <source>Where things are</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Where things are, and how to remove them</source>
        <translation>存放位置及移除方法</translation>
    </message>
    <message>
        <source>Messages, e-mails, files, contacts, drafts and settings</source>
        <translation>消息、邮件、文件、联系人、草稿和设置</translation>
    </message>
    <message>
        <source>Size and place of the window, colours, notifications</source>
        <translation>窗口的大小和位置、颜色、通知</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>in memory, until Isthmus is closed</source>
        <translation>在内存中，直到 Isthmus 关闭</translation>
    </message>
    <message>
        <source>in the system keyring, under “isthmus”: none now</source>
        <translation>在系统密钥环中，名为“isthmus”：目前没有</translation>
    </message>
    <message>
        <source>in the system keyring, under “isthmus”: %1</source>
        <translation>在系统密钥环中，名为“isthmus”：%1</translation>
    </message>
    <message>
        <source>The way in for a second start, while Isthmus runs</source>
        <translation>Isthmus 运行期间，供再次启动使用的入口</translation>
    </message>
    <message>
        <source>Folders last used in file dialogs, together with other programs made with Qt</source>
        <translation>文件对话框最近使用的文件夹，与其他 Qt 程序共用</translation>
    </message>
    <message>
        <source>Nothing of Isthmus starts by itself, and it keeps nothing elsewhere.</source>
        <translation>Isthmus 的任何部分都不会自行启动，也不在别处保存任何内容。</translation>
    </message>
    <message>
        <source>To remove one account: Isthmus &gt; Remove account… takes its password out of the keyring and, if you wish, its messages from this computer.</source>
        <translation>移除一个账户：Isthmus &gt; 移除账户… 会从密钥环中删除其密码，并按您的意愿从这台电脑上移除其消息。</translation>
    </message>
    <message>
        <source>To remove everything: remove each account so, quit, delete the folder %1, and remove the program (sudo apt remove isthmus).</source>
        <translation>移除全部：依此移除每个账户，退出，删除文件夹 %1，然后移除程序（sudo apt remove isthmus）。</translation>
    </message>
    <message>
        <source>On the servers nothing is removed by that.</source>
        <translation>服务器上的内容不会因此被移除。</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Printing</name>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::RequestBar</name>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>%1 asks to see when you are online.</source>
        <translation>%1 请求查看您何时在线。</translation>
    </message>
    <message>
        <source>%1 (calls itself “%2”) asks to see when you are online.</source>
        <translation>%1（自称“%2”）请求查看您何时在线。</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s).</source>
        <translation>
            <numerusform>另有 %n 个在等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept the request of %1</source>
        <translation>接受 %1 的请求</translation>
    </message>
    <message>
        <source>Decline the request of %1</source>
        <translation>拒绝 %1 的请求</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::SourceDialog</name>
    <message>
        <source>Source of “%1”</source>
        <translation>“%1”的源代码</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>The first %1 of %2. Save the message as .eml to see all of it.</source>
        <translation>前 %1，共 %2。将消息另存为 .eml 即可查看全部。</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::StatusLine</name>
    <message>
        <source>%1: %2</source>
        <comment>time: what happened</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>service state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>account: links</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::Tray</name>
    <message>
        <source>Show window</source>
        <translation>显示窗口</translation>
    </message>
    <message>
        <source>New e-mail</source>
        <translation>新邮件</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message numerus="yes">
        <source>Isthmus: %n unread messages</source>
        <translation>
            <numerusform>Isthmus：%n 条未读消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Isthmus: nothing unread</source>
        <translation>Isthmus：没有未读消息</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::TroubleBar</name>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>New e-mails cannot be opened safely just now. They are kept, and Isthmus tries again by itself.</source>
        <translation>新邮件暂时无法安全打开。它们已保存，Isthmus 会自行再试。</translation>
    </message>
</context>
<context>
    <name>isthmus::shell::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>撤销发送</translation>
    </message>
    <message>
        <source>Do not send yet: back into the composer (Ctrl+Alt+Z)</source>
        <translation>暂不发送：返回编辑（Ctrl+Alt+Z）</translation>
    </message>
    <message>
        <source>Send the waiting e-mail now</source>
        <translation>立即发送等待中的邮件</translation>
    </message>
    <message>
        <source>This e-mail waits before it leaves: %1</source>
        <translation>此邮件发出前正在等待：%1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” leaves in %n seconds.</source>
        <translation>
            <numerusform>“%1”将在 %n 秒后发出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Accessible</name>
    <message>
        <source>Misleading: leads to %1</source>
        <translation>误导性：实际指向 %1</translation>
    </message>
    <message>
        <source>Leads to %1</source>
        <translation>指向 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n 个链接</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Card</name>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message numerus="yes">
        <source>Quoted text, %n line(s)</source>
        <translation>
            <numerusform>引用文字，%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s)</source>
        <translation>
            <numerusform>还有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>（无主题）</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>发件人：%1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>收件人：%1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>抄送：%1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>日期：%1</translation>
    </message>
    <message>
        <source>This e-mail has no text.</source>
        <translation>此邮件没有正文。</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>已阻止</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from %1 are not loaded</source>
        <translation>
            <numerusform>未加载来自 %1 的 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Show whole message</source>
        <translation>显示完整消息</translation>
    </message>
    <message>
        <source>This message could not be shown safely</source>
        <translation>无法安全显示此消息</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>person, presence</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::Item</name>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Reply as chat</source>
        <translation>以聊天回复</translation>
    </message>
    <message>
        <source>Reply as e-mail</source>
        <translation>以邮件回复</translation>
    </message>
    <message>
        <source>Show or fold the whole message</source>
        <translation>展开或折叠整条消息</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Send as chat</source>
        <translation>以聊天发送</translation>
    </message>
    <message>
        <source>Send as e-mail</source>
        <translation>以邮件发送</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Save attachment…</source>
        <translation>保存附件…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>查看源代码</translation>
    </message>
    <message>
        <source>Save as .eml…</source>
        <translation>另存为 .eml…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Sender check failed</source>
        <translation>发件人验证失败</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>cannot be shown safely</source>
        <translation>无法安全显示</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n 个附件</numerusform>
        </translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>收件人：%1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>抄送：%1</translation>
    </message>
    <message>
        <source>Attachment %1, %2</source>
        <translation>附件 %1，%2</translation>
    </message>
    <message>
        <source>Answer to: %1</source>
        <translation>回复：%1</translation>
    </message>
    <message>
        <source>Where is this message?</source>
        <translation>这条消息在哪里？</translation>
    </message>
    <message>
        <source>The layout of this e-mail could not be shown safely; this is its text.</source>
        <translation>无法安全显示此邮件的版式；以下是其文字。</translation>
    </message>
    <message>
        <source>Remove from here…</source>
        <translation>从此处移除…</translation>
    </message>
    <message>
        <source>Claims to be from you, but never left from here</source>
        <translation>自称由您发出，但从未从此处发出</translation>
    </message>
    <message>
        <source>Claims to be %1: sender check failed</source>
        <translation>自称是 %1：发件人核实失败</translation>
    </message>
    <message>
        <source>Sender verified</source>
        <translation>发件人已核实</translation>
    </message>
    <message>
        <source>Sender not verified</source>
        <translation>发件人未核实</translation>
    </message>
    <message>
        <source>Bears the name of one of your contacts, but this is not that contact&apos;s address</source>
        <translation>使用了您某位联系人的名字，但这不是该联系人的地址</translation>
    </message>
    <message>
        <source>The sender&apos;s name was another address and is not shown</source>
        <translation>发件人的名字是另一个地址，不予显示</translation>
    </message>
    <message>
        <source>The domain looks like a contact&apos;s, but is %1</source>
        <translation>域名看似某联系人的，但实际是 %1</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <comment>address (name)</comment>
        <translation>%1（“%2”）</translation>
    </message>
    <message>
        <source>Taken back by its sender.</source>
        <translation>发送者已撤回。</translation>
    </message>
    <message>
        <source>Changed by its sender.</source>
        <translation>发送者已修改。</translation>
    </message>
    <message>
        <source>Parts of this message have not arrived.</source>
        <translation>此消息的部分内容尚未到达。</translation>
    </message>
    <message>
        <source>This text is not what its sender announced: it may have been changed on its way.</source>
        <translation>此文本与发送者所声明的不符：可能在途中被更改。</translation>
    </message>
    <message>
        <source>Reactions: %1</source>
        <translation>回应：%1</translation>
    </message>
    <message>
        <source>Offers you this file. Nothing of it has been received.</source>
        <translation>向您提供此文件。尚未接收任何内容。</translation>
    </message>
    <message>
        <source>Is being received.</source>
        <translation>正在接收。</translation>
    </message>
    <message>
        <source>You did not take this file.</source>
        <translation>您没有接收此文件。</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: it is too large.</source>
        <translation>向您提供了此文件。已拒绝：文件太大。</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: files of this kind can do harm.</source>
        <translation>向您提供了此文件。已拒绝：此类文件可能造成危害。</translation>
    </message>
    <message>
        <source>Offered you this file. It was refused: the sender is not among your contacts.</source>
        <translation>向您提供了此文件。已拒绝：发件人不在您的联系人中。</translation>
    </message>
    <message>
        <source>Offered you this file. The offer has ended.</source>
        <translation>向您提供了此文件。该提议已结束。</translation>
    </message>
    <message>
        <source>Receiving this file broke off. Nothing of it was kept.</source>
        <translation>此文件的接收中断。未保留任何内容。</translation>
    </message>
    <message>
        <source>This file was not what its sender announced. Nothing of it was kept.</source>
        <translation>此文件与发送者所声明的不符。未保留任何内容。</translation>
    </message>
    <message>
        <source>Accept</source>
        <comment>a file</comment>
        <translation>接收</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>receiving a file</comment>
        <translation>停止</translation>
    </message>
    <message>
        <source>Decline</source>
        <comment>a file</comment>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>全部回复</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>Delivered twice: by chat and by e-mail.</source>
        <translation>已送达两次：聊天和邮件各一次。</translation>
    </message>
    <message>
        <source>Move to the archive</source>
        <translation>移到归档</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到废纸篓</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>to move it there</comment>
        <translation>归档</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>to move it to the trash</comment>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::ItemLayout</name>
    <message>
        <source>New messages</source>
        <translation>新消息</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>notice title: text</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>isthmus::timeline::TimelineView</name>
    <message>
        <source>Save %1…</source>
        <translation>保存 %1…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>与 %1 的消息</translation>
    </message>
    <message>
        <source>Open %1</source>
        <comment>where a link leads</comment>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>链接</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::Avatar</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::FaultLabel</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Details of the error: %1</source>
        <translation>错误详情：%1</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::FaultText</name>
    <message>
        <source>The chat server</source>
        <translation>聊天服务器</translation>
    </message>
    <message>
        <source>The incoming mail server</source>
        <translation>收信服务器</translation>
    </message>
    <message>
        <source>The outgoing mail server</source>
        <translation>发信服务器</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>This was stopped before it was done.</source>
        <translation>操作在完成前已停止。</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1未及时响应。</translation>
    </message>
    <message>
        <source>%1 could not be found under this name.</source>
        <translation>找不到此名称对应的%1。</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>无法连接%1。</translation>
    </message>
    <message>
        <source>The connection was lost. %1 may or may not have got everything.</source>
        <translation>连接已中断。%1可能没有收到全部内容。</translation>
    </message>
    <message>
        <source>%1 offers no encryption, so nothing was sent to it.</source>
        <translation>%1不提供加密，因此未向其发送任何内容。</translation>
    </message>
    <message>
        <source>%1 could not prove who it is: its certificate is expired, made for another name or from an unknown issuer. Nothing was sent to it.</source>
        <translation>%1无法证明其身份：证书已过期、名称不符或签发者未知。未向其发送任何内容。</translation>
    </message>
    <message>
        <source>%1 refused this address and password.</source>
        <translation>%1拒绝了此地址和密码。</translation>
    </message>
    <message>
        <source>%1 offers no safe way to sign in that Isthmus knows.</source>
        <translation>%1未提供 Isthmus 支持的安全登录方式。</translation>
    </message>
    <message>
        <source>%1 gave an answer that makes no sense.</source>
        <translation>%1返回了无法理解的响应。</translation>
    </message>
    <message>
        <source>%1 said no.</source>
        <translation>%1拒绝了请求。</translation>
    </message>
    <message>
        <source>%1 cannot do this now.</source>
        <translation>%1目前无法执行此操作。</translation>
    </message>
    <message>
        <source>%1 does not know what was asked for.</source>
        <translation>%1找不到所请求的内容。</translation>
    </message>
    <message>
        <source>%1 says that this exists already.</source>
        <translation>%1表示此项已存在。</translation>
    </message>
    <message>
        <source>This computer could not write to its disk.</source>
        <translation>此电脑无法写入磁盘。</translation>
    </message>
    <message>
        <source>What was entered or received is not valid.</source>
        <translation>输入或收到的内容无效。</translation>
    </message>
    <message>
        <source>This is larger than allowed.</source>
        <translation>超出允许的大小。</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>不支持此操作。</translation>
    </message>
    <message>
        <source>This message is too large to be shown safely.</source>
        <translation>此消息过大，无法安全显示。</translation>
    </message>
    <message>
        <source>Reading this message took too much time or memory and was stopped.</source>
        <translation>读取此消息耗费的时间或内存过多，已停止。</translation>
    </message>
    <message>
        <source>This message is damaged and cannot be read.</source>
        <translation>此消息已损坏，无法读取。</translation>
    </message>
    <message>
        <source>Isthmus is already running with this profile.</source>
        <translation>Isthmus 已在使用此配置运行。</translation>
    </message>
    <message>
        <source>The folder with your messages cannot be opened or written.</source>
        <translation>无法打开或写入存放消息的文件夹。</translation>
    </message>
    <message>
        <source>Your messages were stored by a newer version of Isthmus.</source>
        <translation>您的消息由更新版本的 Isthmus 保存。</translation>
    </message>
    <message>
        <source>The file with your messages is damaged.</source>
        <translation>存放消息的文件已损坏。</translation>
    </message>
    <message>
        <source>This address is taken already.</source>
        <translation>此地址已被占用。</translation>
    </message>
    <message>
        <source>This server does not let programs create accounts.</source>
        <translation>此服务器不允许程序创建账户。</translation>
    </message>
    <message>
        <source>The provider does not say where this service is.</source>
        <translation>服务商未说明此服务的位置。</translation>
    </message>
    <message>
        <source>This address belongs to another contact.</source>
        <translation>此地址属于另一位联系人。</translation>
    </message>
    <message>
        <source>The other services go on, and what you write is kept.</source>
        <translation>其他服务继续运行，您写的内容会保留。</translation>
    </message>
    <message>
        <source>What was found for the other services is kept.</source>
        <translation>为其他服务找到的信息会保留。</translation>
    </message>
    <message>
        <source>No account was made; what you entered is kept.</source>
        <translation>未创建账户；您输入的内容已保留。</translation>
    </message>
    <message>
        <source>Your message is kept.</source>
        <translation>您的消息已保留。</translation>
    </message>
    <message>
        <source>The message itself is kept, byte for byte.</source>
        <translation>消息本身逐字节完整保留。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何更改。</translation>
    </message>
    <message>
        <source>You can look at its source.</source>
        <translation>您可以查看其源代码。</translation>
    </message>
    <message>
        <source>Use its window, or start with another profile.</source>
        <translation>请使用已打开的窗口，或以另一个配置启动。</translation>
    </message>
    <message>
        <source>Enter the server by hand, or leave this service out.</source>
        <translation>请手动输入服务器，或略过此服务。</translation>
    </message>
    <message>
        <source>Check the address and enter the password again.</source>
        <translation>请检查地址并重新输入密码。</translation>
    </message>
    <message>
        <source>Ask the provider; do not enter your password elsewhere.</source>
        <translation>请咨询服务商；不要在别处输入密码。</translation>
    </message>
    <message>
        <source>Check the spelling of the address and of the server&apos;s name.</source>
        <translation>请检查地址和服务器名称的拼写。</translation>
    </message>
    <message>
        <source>Check the network; Isthmus tries again by itself.</source>
        <translation>请检查网络；Isthmus 会自动重试。</translation>
    </message>
    <message>
        <source>Isthmus tries again by itself.</source>
        <translation>Isthmus 会自动重试。</translation>
    </message>
    <message>
        <source>Make room on the disk or check the folder&apos;s permissions, then try again.</source>
        <translation>请清理磁盘空间或检查文件夹权限，然后重试。</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>请检查拼写。</translation>
    </message>
    <message>
        <source>Make it smaller or send it in parts.</source>
        <translation>请减小大小或分开发送。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <source>You can try again.</source>
        <translation>您可以重试。</translation>
    </message>
    <message>
        <source>Send it the other way, or ask the provider.</source>
        <translation>请改用另一渠道发送，或咨询服务商。</translation>
    </message>
    <message>
        <source>Ask the provider.</source>
        <translation>请咨询服务商。</translation>
    </message>
    <message>
        <source>Isthmus has no password for this account, so it has not signed in.</source>
        <translation>Isthmus 没有此账户的密码，因此尚未登录。</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>What arrives waits on the servers.</source>
        <translation>到达的内容会留在服务器上等待。</translation>
    </message>
    <message>
        <source>Start that version.</source>
        <translation>请启动那个版本。</translation>
    </message>
    <message>
        <source>Put a copy of it that you have in its place, or start with another profile.</source>
        <translation>请用您保存的副本替换它，或使用其他配置文件启动。</translation>
    </message>
    <message>
        <source>Make room on the disk; Isthmus tries again by itself.</source>
        <translation>请在磁盘上腾出空间；Isthmus 会自动重试。</translation>
    </message>
    <message>
        <source>The account has been removed from Isthmus.</source>
        <translation>该账户已从 Isthmus 中移除。</translation>
    </message>
    <message>
        <source>Try again to send it from another account.</source>
        <translation>请重试，以从其他账户发送。</translation>
    </message>
    <message>
        <source>Add the account again.</source>
        <translation>请重新添加该账户。</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::LayoutBox</name>
    <message>
        <source>Mail: folders and threads</source>
        <translation>邮件：文件夹和主题</translation>
    </message>
    <message>
        <source>Conversations: people</source>
        <translation>会话：联系人</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::PersonChip</name>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Send e-mail</source>
        <translation>发送邮件</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Person %1, %2</source>
        <translation>联系人 %1，%2</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>联系人 %1</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>取消屏蔽</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>屏蔽…</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::QuestionBar</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1, answer to: %2</source>
        <comment>words of a button, question</comment>
        <translation>%1，回答：%2</translation>
    </message>
</context>
<context>
    <name>isthmus::widgets::Words</name>
    <message>
        <source>presence unknown</source>
        <translation>在线状态未知</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>away</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>away for long</source>
        <translation>长时间离开</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>请勿打扰</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Incoming mail</source>
        <translation>收信</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>发信</translation>
    </message>
    <message>
        <source>encrypted from the start (TLS)</source>
        <translation>从一开始即加密 (TLS)</translation>
    </message>
    <message>
        <source>encrypted after STARTTLS</source>
        <translation>STARTTLS 后加密</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>found in DNS</source>
        <translation>来自 DNS</translation>
    </message>
    <message>
        <source>found in the provider&apos;s autoconfig</source>
        <translation>来自服务商的 autoconfig</translation>
    </message>
    <message>
        <source>found in the provider&apos;s host-meta</source>
        <translation>来自服务商的 host-meta</translation>
    </message>
    <message>
        <source>guessed from the domain</source>
        <translation>根据域名推测</translation>
    </message>
    <message>
        <source>a mail named it</source>
        <translation>邮件中提到</translation>
    </message>
    <message>
        <source>published by the contact</source>
        <translation>由联系人公布</translation>
    </message>
    <message>
        <source>from the contact&apos;s vCard</source>
        <translation>来自联系人的 vCard</translation>
    </message>
    <message>
        <source>spelled like the chat address</source>
        <translation>与聊天地址拼写相同</translation>
    </message>
    <message>
        <source>from your contact list</source>
        <translation>来自您的联系人列表</translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation>由您确认</translation>
    </message>
    <message>
        <source>entered by you</source>
        <translation>由您输入</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Offline → mailbox</source>
        <translation>离线 → 邮箱</translation>
    </message>
    <message>
        <source>Do not disturb → mailbox</source>
        <translation>勿扰 → 邮箱</translation>
    </message>
    <message>
        <source>Offline or do not disturb → mailbox</source>
        <translation>离线或勿扰 → 邮箱</translation>
    </message>
    <message>
        <source>Always e-mail</source>
        <translation>始终用邮件</translation>
    </message>
    <message>
        <source>Always chat</source>
        <translation>始终用聊天</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>waiting, will try again</source>
        <translation>等待中，将重试</translation>
    </message>
    <message numerus="yes">
        <source>waiting, next attempt in %n second(s)</source>
        <translation>
            <numerusform>等待中，%n 秒后重试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting, next attempt in %n minute(s)</source>
        <translation>
            <numerusform>等待中，%n 分钟后重试</numerusform>
        </translation>
    </message>
    <message>
        <source>chat failed → e-mail</source>
        <translation>聊天失败 → 邮件</translation>
    </message>
    <message>
        <source>e-mail failed → chat</source>
        <translation>邮件失败 → 聊天</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>waiting for connection</source>
        <translation>等待连接</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>route, state</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>put off by the server, will be tried again</source>
        <translation>服务器要求稍后，将再试</translation>
    </message>
</context>
</TS>
