import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { assemble, type Piece } from '../assembly/assembly.ts';
import { readDate } from '../dates/dates.ts';
import { htmlPieces } from '../html/pieces.ts';
import type { Article } from '../model/article.ts';
import { authorName } from '../model/author.ts';
import { SourceError } from '../model/problem.ts';
import { paragraphsOf } from '../plain/paragraphs.ts';
import type { Declared } from '../plain/plain.ts';
import { type SavedPage, savedArticle } from './page.ts';

/** How deep the parts of a message may stand in one another. */
const deepest = 64;

/**
 * A message of mail (RFC 5322), or a page that a browser saved as one (MHTML, RFC 2557). A message is its subject, its author
 * and all of its text; attachments are named in a notice. Throws SourceError for a damaged one.
 */
export async function mailArticle(bytes: Uint8Array, declared: Declared): Promise<Article> {
  const { source } = declared;
  try {
    const page = await savedPage(bytes);
    return page ? savedArticle(page, declared) : messageArticle(await parsed(bytes), declared);
  } catch (error) {
    throw error instanceof SourceError ? error : new SourceError(source, { key: 'savedDamaged' }, error);
  }
}

function parsed(bytes: Uint8Array): Promise<Email> {
  return PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: deepest });
}

function messageArticle(
  { subject, from, headers, html, text = '', attachments }: Email,
  declared: Declared,
): Article {
  const date = headers.find(({ key }) => key === 'date')?.value.replace(/\s*\([^)]*\)\s*$/, '');
  const pieces = html ? htmlPieces(html) : textPieces(text);
  const names = attachments.filter(isApart).map(({ filename, mimeType }) => filename ?? mimeType);
  return assemble(pieces, {
    ...declared,
    title: subject,
    author: authorName(from?.name || (from?.address ?? '').replace(/@.*$/s, '')),
    date: readDate(date ?? ''),
    declaredLanguage: headers.find(({ key }) => key === 'content-language')?.value,
    notices: names.length > 0 ? [...declared.notices, { key: 'attachments', names }] : declared.notices,
  });
}

/** Whether an attachment is no picture of the message itself. */
function isApart({ related, disposition, mimeType }: Attachment): boolean {
  return !related && !(disposition === 'inline' && mimeType.startsWith('image/'));
}

function textPieces(written: string): Piece[] {
  const { text, spans } = paragraphsOf(written);
  return spans.map(({ start, end }) => ({ kind: 'paragraph', text: text.slice(start, end) }));
}

/** The page that a browser saved; undefined for a message that is none. Its first part is the page, the others belong to it. */
async function savedPage(bytes: Uint8Array): Promise<SavedPage | undefined> {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const end = /\r?\n\r?\n/.exec(message)?.index ?? message.length;
  const head = unfolded(message.slice(0, end));
  const address = /^(?:snapshot-content-location|content-location):\s*(\S+)/im.exec(head)?.[1];
  if (
    !/^content-type:\s*multipart\/related\b/im.test(head) ||
    !(address || /^from:\s*<?saved by/im.test(head))
  )
    return undefined;
  const boundary = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(head)?.slice(1).find(Boolean);
  const parts = boundary === undefined ? [] : message.split(`--${boundary}`).slice(1);
  const page = parts
    .map((part) => part.replace(/^\r?\n/, ''))
    .find((part) => /^content-type:\s*text\/html/im.test(headOf(part)));
  if (page === undefined) return { bytes: new Uint8Array(), address, encoding: undefined };
  const own = headOf(page);
  // As an attachment its bytes are left as they are: pages declare their encoding themselves.
  const { attachments } = await parsed(
    Buffer.from(
      page.replace(
        /^content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/im,
        'Content-Type: application/octet-stream',
      ),
      'latin1',
    ),
  );
  const content = attachments[0]?.content;
  return {
    bytes:
      content instanceof ArrayBuffer || content instanceof Uint8Array
        ? new Uint8Array(content)
        : new Uint8Array(),
    address: /^content-location:\s*(\S+)/im.exec(own)?.[1] ?? address,
    encoding: /\bcharset\s*=\s*"?([\w.:-]+)/i.exec(own)?.[1],
  };
}

function headOf(part: string): string {
  return unfolded(part.slice(0, /\r?\n\r?\n/.exec(part)?.index ?? 0));
}

/** Headers with their continued lines put together. */
function unfolded(head: string): string {
  return head.replace(/\r?\n[ \t]+/g, ' ');
}
