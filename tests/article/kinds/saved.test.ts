// Saved pages, mail and FictionBook, each with one thing that readers have got wrong, and what is right.
import { checkAll, has, type Input } from './wanted.ts';

const all: Input[] = [];
const add = (...input: Input) => all.push(input);
const body = 'وقفت السفينة في الميناء القديم وصعد إليها الأطفال مع أهلهم في الصباح الباكر. ';
const page = `<html><head><title>السفينة</title></head><body><article><h1>السفينة</h1><p>${body.repeat(3)}</p><p>${body.repeat(2)}</p></article></body></html>`;
const mh = (enc: string, content: string) =>
  `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.com/a\r\nSubject: x\r\nDate: Sat, 4 Nov 2023 01:10:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n\r\n------b\r\nContent-Type: text/html\r\nContent-ID: <f@m>\r\nContent-Transfer-Encoding: ${enc}\r\nContent-Location: https://example.com/a\r\n\r\n${content}\r\n------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.com/p.png\r\n\r\niVBOR\r\n------b--\r\n`;
const qp = (s: string) =>
  [...Buffer.from(s)]
    .map((b) =>
      b > 126 || b === 61 ? `=${b.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(b),
    )
    .join('')
    .replace(/(.{70}(?:=..)?)/g, (x) => x)
    .replace(/((?:[^=]|=..){1,24})/g, '$1=\r\n');
add(
  'mht qp',
  mh('quoted-printable', qp(page)),
  'a.mhtml',
  (a) =>
    (a.title === 'السفينة' && a.address === 'https://example.com/a' && a.text.includes('الباكر')) ||
    `${a.title} ${a.address} ${a.text.slice(0, 100)}`,
);
add(
  'mht b64',
  mh('base64', Buffer.from(page).toString('base64').replace(/.{76}/g, '$&\r\n')),
  'noname',
  (a) => a.title === 'السفينة' || a.title,
);
add('mht binary', mh('binary', page), 'x.mht', (a) => a.title === 'السفينة' || a.title);
add(
  'eml alt',
  `From: =?utf-8?B?${Buffer.from('نوال الشاطر').toString('base64')}?= <n@example.com>\r\nTo: a@b.c\r\nSubject: =?utf-8?B?${Buffer.from('رسالة البحر').toString('base64')}?=\r\nDate: Sat, 4 Nov 2023 01:10:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<p>${body}</p>`).toString('base64')}\r\n--b--\r\n`,
  'a.eml',
  (a) =>
    (a.title === 'رسالة البحر' &&
      a.author === 'نوال الشاطر' &&
      a.date?.startsWith('2023-11-04') &&
      a.text.includes('الباكر')) ||
    `${a.title}|${a.author}|${a.date}`,
);
add(
  'eml cp1256 qp',
  `From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\nDate: Sat, 4 Nov 2023 01:10:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1256\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E3=D1=CD=C8=C7 =C8=DF=E3\r\n`,
  'a.eml',
  has('مرحبا بكم'),
);
add(
  'fb2',
  `<?xml version="1.0" encoding="utf-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>نوال</first-name><last-name>الشاطر</last-name></author><book-title>كتاب البحر</book-title><lang>ar</lang><date value="2023-11-04">x</date></title-info></description><body><section><title><p>الفصل الأول</p></title><p>${body}<a l:href="#n1" type="note">1</a></p><poem><stanza><v>بيت أول</v><v>بيت ثان</v></stanza></poem></section></body><body name="notes"><section id="n1"><p>حاشية</p></section></body></FictionBook>`,
  'a.fb2',
  (a) =>
    (a.title === 'كتاب البحر' &&
      a.author === 'نوال الشاطر' &&
      ['الفصل الأول', 'بيت ثان', 'حاشية'].every((w) => a.text.includes(w))) ||
    `${a.title}|${a.author}|${a.text}`,
);
add(
  'webarchive xml',
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>${Buffer.from(page).toString('base64')}</data><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceTextEncodingName</key><string>UTF-8</string><key>WebResourceURL</key><string>https://example.com/a</string></dict></dict></plist>`,
  'a.webarchive',
  (a) => (a.title === 'السفينة' && a.address === 'https://example.com/a') || a.title,
);

checkAll(all);
