import type { Peer, UnshownChapter } from '../../article/model/problem.ts';
import { dateInWords, keyNames, longRead, type Words } from './vocabulary.ts';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

const party = ({ host, isProxy }: Peer): string => (isProxy ? `the proxy ${host}` : host);

/** What an HTTP status without a page means; `seconds` is how long the server asks to wait. */
function answer(status: number, host: string, seconds?: number): string {
  const wait =
    seconds === undefined
      ? 'a while'
      : seconds < 120
        ? `${Math.ceil(seconds)} seconds`
        : `${Math.ceil(seconds / 60)} minutes`;
  if (status === 204 || status === 205) return `${host} has nothing there (${status}); check the address`;
  if (status === 401) return `${host} wants a password for it (${status}); open it in a browser`;
  if (status === 402 || status === 403 || status === 451)
    return `${host} does not give it to this program (${status}); open it in a browser and save the page`;
  if (status === 404) return `${host} has no such page (404); check the address`;
  if (status === 410) return `${host} has taken the page away (410); look for a copy in an archive`;
  if (status === 429) return `${host} has had too many requests (429); wait ${wait} and try again`;
  if (status >= 500) return `${host} is in trouble (${status}); try again later`;
  return `${host} answered with status ${status}; check the address`;
}

/** The interface in English. */
export const english: Words = {
  tabs: {
    quotes: 'Quotes',
    entities: 'Names',
    outline: 'Outline',
    timeline: 'Time',
    links: 'Links',
    hits: 'Hits',
    notes: 'Notes',
  },
  types: { person: 'People', organization: 'Organizations', place: 'Places', date: 'Dates' },
  groups: {
    move: 'Moving',
    jump: 'Jumping',
    search: 'Searching',
    sidebar: 'List',
    articles: 'Articles',
    view: 'View',
    program: 'Program',
  },
  mouse: {
    heading: 'Mouse',
    gestures: [
      ['click', 'choose, follow, open'],
      ['drag', 'select text, as it is written'],
      ['Shift', 'with it: the terminal’s own selection'],
    ],
  },
  headings: {
    mentions: 'Mentions',
    quotesBy: 'Said',
    quotesAbout: 'Said about',
    appearsWith: 'Appears with',
  },
  reasons: {
    subject: 'subject of the reporting verb',
    colon: 'named before the colon',
    carried: 'the last speaker goes on',
    pronoun: 'a pronoun that refers back',
    office: 'an office that refers back',
    unnamed: 'the article does not name them',
    none: 'the speaker is not known',
  },
  keys: {
    nextParagraph: 'next paragraph',
    previousParagraph: 'previous paragraph',
    nextPage: 'a page on',
    previousPage: 'a page back',
    nextHalfPage: 'half a page on',
    previousHalfPage: 'half a page back',
    start: 'start',
    end: 'end',
    nextQuote: 'next quote',
    previousQuote: 'previous quote',
    nextMention: 'next mention of the name',
    previousMention: 'previous mention of the name',
    back: 'back to where I was',
    lineDown: 'a line on',
    lineUp: 'a line back',
    forward: 'forward again',
    nameForward: 'search the chosen name',
    nameBack: 'search the chosen name back',
    setMark: 'set a mark, by a letter',
    goToMark: 'go to a mark',
    search: 'search',
    nextHit: 'next hit, or unread entry of a feed',
    previousHit: 'previous hit',
    list: 'list, and back',
    jump: 'go to the chosen',
    quotes: 'quotes',
    names: 'names',
    outline: 'outline',
    timeline: 'timeline',
    sidebar: 'sidebar on, off',
    speaker: 'this speaker’s quotes only',
    bySpeaker: 'quotes by speaker',
    namePage: 'page of the chosen name',
    why: 'why this speaker',
    listDown: 'down the list',
    listUp: 'up the list',
    listPageDown: 'a page of the list',
    listPageUp: 'a page of the list',
    listStart: 'top of the list',
    listEnd: 'end of the list',
    nextList: 'next list',
    previousList: 'previous list',
    library: 'library, and back',
    openLink: 'open the link',
    previousArticle: 'the article before',
    nextArticle: 'the article after',
    reload: 'reload',
    keep: 'keep in the library',
    forget: 'take it out of the library',
    libraryOnly: 'only from here, of that day, unread, kept',
    libraryOrder: 'in order of time, day of publication, site',
    recentShelf: 'recent',
    keptShelf: 'kept',
    feedsShelf: 'feeds',
    peopleShelf: 'people',
    namesShelf: 'organizations and places',
    bundledShelf: 'bundled',
    copy: 'copy paragraph or quote',
    cite: 'copy with its source',
    select: 'select',
    selectWord: 'a word more',
    unselectWord: 'a word back',
    selectLetter: 'a letter more',
    unselectLetter: 'a letter back',
    selectRow: 'a line more',
    unselectRow: 'a line back',
    selectToStart: 'to the start of the paragraph',
    selectToEnd: 'to the end of the paragraph',
    otherEnd: 'the other end',
    theme: 'theme',
    tintedNames: 'names tinted in the text',
    tashkeel: 'tashkeel',
    justify: 'justify',
    narrower: 'narrower lines',
    wider: 'wider lines',
    help: 'help',
    leave: 'leave what is open',
    quit: 'quit',
    suspend: 'suspend',
    note: 'a note on paragraph or selection',
    notes: 'notes and marks',
    allRead: 'the whole feed is read',
    browse: 'open in the browser',
  },
  hints: {
    help: 'help',
    list: 'list',
    quote: 'quote',
    search: 'search',
    copy: 'copy',
    quit: 'quit',
    library: 'library',
    jump: 'jump',
    open: 'open',
    article: 'article',
    namePage: 'page',
    lists: 'lists',
    speaker: 'speaker',
    mentions: 'mentions',
    byNumber: 'by number',
    back: 'back',
    remove: 'remove',
    narrow: 'narrow',
    refresh: 'refresh',
    hits: 'next, previous',
    endSearch: 'end search',
    select: 'word',
    selectRows: 'line',
    otherEnd: 'other end',
    cite: 'with source',
    leaveHelp: 'to return',
    more: 'more',
    unread: 'unread',
    feed: 'feed',
    note: 'note',
  },
  keyNames,
  nobody: 'unknown speaker',
  search: 'search',
  nothing: {
    quotes: 'No quotes in this article',
    entities: 'No names in this article',
    outline: 'No headings in this article',
    timeline: 'No dates in this article',
    links: 'No links in this article',
    hits: 'No hits',
    notes: 'No notes or marks yet: c writes a note, m sets a mark',
  },
  readingTime: (minutes) =>
    minutes < longRead ? `${minutes} min read` : `${Math.round(minutes / 60)} hours’ read`,
  number: (value) => String(value),
  percent: (value) => `${value}%`,
  paragraph: (index, count) => `paragraph ${index} of ${count}`,
  hits(index, count) {
    if (count === 0) return 'no hits';
    const hits = count === 1 ? '1 hit' : `${count} hits`;
    return index > 0 && count > 1 ? `${index} of ${hits}` : hits;
  },
  enterSearches: 'Enter searches',
  date: (iso) => dateInWords(iso, months),
  copied: (characters) => `copied ${characters} ${characters === 1 ? 'character' : 'characters'}`,
  copiedToTerminal: (programs) =>
    `handed to the terminal; if it keeps no clipboard, install ${programs.join(' or ')}`,
  notFound: (query, ways, near, key) =>
    `not found: ${query}${ways}${near.length > 0 ? `; near: ${near.join(', ')}${key && ` · ${key} finds ${near.length > 1 ? 'the first' : 'it'}`}` : ''}`,
  searchToggles: { case: 'case', word: 'word', regex: 'regex', exact: 'exact' },
  nearest: (word) => `no hits · Tab ${word}`,
  denied: 'denied',
  via: (name) => `reported by ${name}`,
  notices: {
    wait: 'names and quotes are being looked up; the keys wait',
    noQuotes: 'no quotes after this',
    noQuotesBefore: 'no quotes before this',
    noQuoteChosen: 'choose a quote first (])',
    noPage: 'this speaker has no page',
    noMention: 'choose a name in the list first (2)',
    noHits: 'no search yet: begin with /',
    nowhereBack: 'nowhere to go back to',
    nowhereForward: 'nowhere to go forward to',
    whichMark: 'which letter?',
    nothingToCopy: 'nothing to copy',
    noLinks: 'no links in this article',
    noVisitBack: 'no article before this one',
    noVisitForward: 'no article after this one',
    keeping: 'keeping the article…',
    kept: 'kept in the library',
    reloaded: 'reloaded',
    fromFeed: 'the text of the feed · R fetches the page',
    readOnce: 'what came through a pipe cannot be read again',
    noLibrary: 'there is no library on this machine',
    forgotten: 'taken out of the library',
    badPattern: 'not a whole regular expression yet',
    slowPattern: 'this expression takes too long here; make it simpler',
    unknownTerminal: 'Unknown terminal; if letters look wrong: maqal doctor --calibrate',
    doubtfulTerminal: 'If letters look wrong in this terminal: maqal doctor --calibrate',
    noted: 'noted · C lists the notes',
    noteRemoved: 'note removed',
    allRead: 'nothing unread',
    noFeed: 'this is no feed',
    browsing: 'opened in the browser',
    noBrowser: 'no browser here; the address is copied',
    noAddress: 'no address: neither the article nor the paragraph has one',
  },
  forgetAgain: 'x once more takes it out of the library',
  wrapped: (by, index, count) =>
    `${by > 0 ? 'past the end, on from the start' : 'past the start, on from the end'}: ${index} of ${count}`,
  markSet: (name) => `mark ${name} is set`,
  noSuchMark: (name) => `no mark ${name}`,
  tashkeel: (shown) => (shown ? 'tashkeel shown' : 'tashkeel hidden'),
  tashkeelHidden: 'no tashkeel',
  justify: (on) => (on ? 'lines justified' : 'lines ragged'),
  width: (cells) => `lines of ${cells} cells`,
  theme: {
    neutral: 'neutral colors',
    dark: 'colors for a dark background',
    light: 'colors for a light background',
    contrast: 'high contrast',
    plain: 'no colors',
  },
  tintedNames: {
    people: 'people tinted',
    all: 'all names tinted',
    chosen: 'only the chosen tinted',
  },
  analysing: (share) => `analysing ${share}`,
  kilobytes: (count) => `${count} KB`,
  shortQuery: 'texts are searched from two letters on',
  opening: (source, share) => `opening ${source}${share && ` ${share}`} · Esc gives it up`,
  unknownKey: (typed, near, does) =>
    near ? `${typed} is no key here; ${near} is ${does}` : `${typed} is no key here; ? lists the keys`,
  linkNumber: (number, count) => `link ${number} of ${count}: another figure, or Enter`,
  reordered: (written) => `! reads otherwise than it is written: ${written}`,
  linkWarning: {
    otherHost: (host) => `leads to ${host}, not where its words say: the key once more follows it`,
    private: (host) => `leads into a private network, to ${host}: the key once more follows it`,
  },
  outsideLink: (scheme) => (scheme ? `links to ${scheme} are not opened here` : 'this link leads nowhere'),
  keptOnlyOn: (date) => `a copy kept on ${date}`,
  notSaved: (why, code) =>
    `the place is not being saved: ${
      {
        full: 'the disk is full; make room on it',
        denied: 'its folder may not be written to; check XDG_DATA_HOME',
        inTheWay: 'a file stands where its folder should be; move it, or set XDG_DATA_HOME',
        other: code,
      }[why]
    }`,
  setAside: (file) => `what was remembered of this article cannot be read; it is set aside as ${file}`,
  keptOn: (date) => `a copy kept on ${date} · R reloads`,
  library: 'Library',
  shelves: {
    recent: 'Recent',
    kept: 'Kept',
    feeds: 'Feeds',
    people: 'People',
    names: 'Names',
    bundled: 'Bundled',
  },
  emptyShelf: {
    recent: 'nothing has been opened yet',
    kept: 'nothing is kept: K keeps the open article; what is fetched is kept by itself',
    feeds: 'no feeds: open the address of an RSS or Atom feed, and it stays here',
    people: 'nobody is quoted in what is kept: K keeps the open article',
    names: 'nothing is named in what is kept: K keeps the open article',
    bundled: 'nothing is bundled',
  },
  only: {
    site: (name) => `only from ${name}`,
    day: (day) => `only of ${day}`,
    unread: 'only what is not read to its end',
    kept: 'only what is kept',
  },
  onlySpeaker: (shown, all, key) => `${shown} of ${all} · ${key} shows all`,
  shares: '% of the quoted words',
  ordered: { date: 'by day of publication', site: 'by site' },
  nothingOfThat: 'nothing: f goes on, Esc shows all',
  inLibrary: 'search the library',
  keptAreSearched: 'texts are searched once they are kept: K keeps the open article',
  loading: 'one moment…',
  keptSign: 'kept',
  recentDays: ['today', 'yesterday'],
  quotesIn: (quotes, mentions) =>
    [
      quotes > 0 ? `${quotes} ${quotes === 1 ? 'quote' : 'quotes'}` : '',
      mentions > 0 ? `${mentions} ${mentions === 1 ? 'mention' : 'mentions'}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  inArticles: (articles) => `in ${articles} ${articles === 1 ? 'article' : 'articles'}`,
  firstAndLast: (first, last) => (first === last ? first : `first ${first}, last ${last}`),
  rowOf: (index, count, more) => `${index} of ${count}${more ? '+' : ''}`,
  articleOf: (index, count) =>
    `article ${index} of ${count}${index < count ? ' · L goes on' : ''}${index > 1 ? ' · H goes back' : ''}`,
  refreshing: (done, total) => `refreshing feeds: ${done} of ${total} · Esc gives it up`,
  notRefreshed: (count, hosts) => `${count} not refreshed: ${hosts.join(', ')}`,
  refreshed: (count) => (count === 0 ? 'nothing new' : `${count} new`),
  note: 'note',
  noteKeys: 'Enter keeps it · Esc drops it',
  unread: (count) => `${count} unread`,
  renewed: (added, gone) =>
    added + gone === 0
      ? 'reloaded; nothing has changed'
      : `reloaded; paragraphs new: ${added}, gone: ${gone}`,
  tooSmall: (columns, rows) => `needs a window of ${columns}×${rows}`,
  kinds: {
    pdf: 'a PDF document',
    png: 'a PNG picture',
    jpeg: 'a JPEG picture',
    gif: 'a GIF picture',
    webp: 'a WebP picture',
    gzip: 'a gzip archive',
    sevenZip: 'a 7-Zip archive',
    rar: 'a RAR archive',
    xz: 'an xz archive',
    bzip2: 'a bzip2 archive',
    zstandard: 'a Zstandard archive',
    program: 'a program',
    webAssembly: 'a WebAssembly module',
    oldWord: 'an old Word document',
    rtf: 'an RTF document',
    sqlite: 'a SQLite database',
    mp3: 'an MP3 recording',
    media: 'a sound or video file',
    binary: 'a binary file',
  },
  problems: {
    noSuchFile: 'no such file; check its name and folder',
    noSuchFolder: 'no such file: a part of its path is not a folder; check the path',
    notPermitted: 'may not be read; ask for permission to read it (chmod +r)',
    linkLoop: 'is a link that leads back to itself; open what it should point to',
    nameTooLong: 'has a name longer than the system allows; check the name',
    isFolder: 'is a folder; name a file inside it',
    noSuchDevice: 'is a socket or a device that is not there; name a file',
    tooManyFiles: 'cannot be opened: too many files are open; close some and try again',
    diskFails: 'cannot be read: the disk reports an error; try another copy',
    impossibleName: 'is not a possible file name; check the name',
    isPipe: 'is a named pipe, not a file; send it through a pipe and open -',
    isSocket: 'is a socket, not a file; send it through a pipe and open -',
    isDevice: 'is a device, not a file; send it through a pipe and open -',
    keyboard: 'standard input is the keyboard; pipe a text into maqal or name a file',
    unreadable: ({ code }) => `cannot be read (${code}); try another copy`,
    fileTooLarge: ({ megabytes }) => `is larger than ${megabytes} MB; split it and open a part`,
    isEmpty: 'is empty; there is nothing to read in it',
    onlySpace: 'has no text, only white space; there is nothing to read in it',
    isBinary: ({ kind }) => `is ${english.kinds[kind]}, not text; convert it to text first`,
    noSuchEncoding: ({ name, known }) => `no such encoding: ${name}; try ${known.join(', ')}`,
    isOfficeDocument:
      'is an archive or an office document, not a book; unpack it, or save it as text or HTML',
    bookIncomplete: 'is a book without its contents, or damaged; try another copy',
    bookLocked: 'is locked by its seller (DRM); open it in the program it was bought for',
    archiveDamaged: 'is a damaged archive; try another copy',
    archiveTooLarge: 'unpacks to more than any book has (too large); do not trust it',
    archiveTooManyFiles: 'unpacks to more than any book has (too many files); do not trust it',
    feedDamaged: 'is a damaged JSON Feed; load it again',
    noLongerKept: 'is no longer in the library; open it again',
    gaveUp: 'was canceled; open it again to try once more',
    invalidAddress: 'is not a valid address; check it',
    redirectsNowhere: 'redirects to an address that is not valid; open it in a browser',
    redirectsForever: 'redirects from one address to the next without end; open it in a browser',
    notPage: ({ scheme }) => `leads to ${scheme} and not to a page; open it in a browser`,
    intoPrivate: ({ host }) =>
      `leads from the internet into a private network (${host}); if you trust it, open that address itself`,
    unknownHost: ({ peer }) => `there is no host named ${peer.host}; check the address, then the network`,
    lookupFailed: ({ peer }) => `the name ${peer.host} cannot be looked up now; check the network`,
    refusedConnection: ({ peer }) => `${party(peer)} refused the connection; check the address and its port`,
    brokenConnection: ({ peer }) => `the connection to ${party(peer)} broke off; try again`,
    unreachable: ({ peer }) => `${party(peer)} cannot be reached; check the network, then the address`,
    certificateExpired: ({ peer }) =>
      `the certificate of ${party(peer)} is not valid today; check the clock of this machine, or try later`,
    certificateUntrusted: ({ peer }) =>
      `the certificate of ${party(peer)} is not signed by a trusted authority; do not open it, or ask its owner`,
    certificateOfOther: ({ peer }) => `the certificate is not for ${party(peer)}; check the address`,
    insecure: ({ peer, code }) =>
      `${party(peer)} does not make a secure connection (${code}); check the address, or the clock of this machine`,
    notWebServer: ({ peer, code }) =>
      `${party(peer)} does not answer as a web server should (${code}); check the address`,
    damagedAnswer: ({ peer, code }) => `what ${party(peer)} sent is damaged (${code}); try again later`,
    peerFails: ({ peer, code }) => `${party(peer)} cannot be talked to (${code}); try again later`,
    noAnswer: ({ peer }) => `${party(peer)} does not answer; try again later`,
    stoppedSending: ({ peer }) => `${party(peer)} has stopped sending; try again later`,
    tooSlow: ({ peer }) => `${party(peer)} takes too long; try again later`,
    emptyPage: ({ peer }) => `${party(peer)} sent an empty page; try again later`,
    notText: ({ media }) => `is not text (${media}); open it in a browser`,
    pageTooLarge: ({ megabytes }) => `is larger than ${megabytes} MB; save it and open a part of it`,
    status: ({ status, host, seconds }) => answer(status, host, seconds),
    proxyStatus({ status, proxy, host }) {
      const who = proxy === '' ? 'the proxy' : `the proxy ${proxy}`;
      if (status === 407)
        return `${who} wants a password (407); write it into the proxy's address, as in http://name:password@proxy`;
      if (status >= 500)
        return `${who} does not reach ${host} (${status}); check the address, or try again later`;
      return `${who} does not let through to ${host} (${status}); ask who runs it, or list the host in no_proxy`;
    },
    proxyKind: ({ proxy, host }) =>
      `the proxy ${proxy} is of a kind that cannot be used here; name one that begins with http://, or list ${host} in no_proxy`,
    undecodable: ({ count, encoding }) =>
      `${count === 1 ? '1 place' : `${count} places`} could not be read as ${encoding} and ${count === 1 ? 'is' : 'are'} shown as \uFFFD; another --encoding may help`,
    frontMatter: ({ detail }) => `the front matter could not be read and is shown as text: ${detail}`,
    frontMatterUnshown: ({ names }) =>
      `the front matter says more than is shown: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`,
    feedCut: ({ count, shown }) => `the feed has ${count} entries; the first ${shown} are shown`,
    chaptersMissing: ({ missing, count, chapters = [] }) =>
      `${missing} of ${count} chapters of the book cannot be shown${chapters.length === 0 ? '' : `: ${chapters.map(unshown).join(', ')}${missing > chapters.length ? ', …' : ''}`}`,
    savedDamaged: 'is a saved page or a message without its text, or damaged; save it again as HTML',
    attachments: ({ names }) =>
      `the message has attachments that are not shown: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`,
    bookUnordered: 'the book does not say in which order it is read; its files stand as they are listed',
    bookPacked: ({ method }) =>
      `is a book packed with ${method}, which is not undone here; pack it again as a usual zip archive`,
    libraryFull: 'the disk is full; nothing was changed in the library, make some room and try again',
    libraryBusy: 'another program holds the library; try again when it is done',
    libraryTooFewFiles:
      'there is no library now: too few files may be open at once; raise the limit (ulimit -n) and start again',
    libraryClosed: 'the library is closed; start maqal again',
    libraryForbidden: ({ folder }) =>
      `there is no permission for the library in ${folder}; see who owns the folder and its files`,
    libraryMisplaced: ({ folder }) =>
      `a file stands where the folder ${folder} of the library should be; move it away`,
    libraryDisk: ({ folder, detail }) =>
      `the library in ${folder} cannot be read or written (${detail}); is the disk full or failing?`,
    libraryDamaged: ({ folder, detail }) => `the library in ${folder} is damaged: ${detail}`,
    libraryFails: ({ folder, detail }) => `the library in ${folder} fails: ${detail}`,
    libraryServerAway: ({ server, detail }) =>
      `the library on ${server} does not answer (${detail}); see whether the server runs and can be reached`,
    libraryPassword: ({ server }) =>
      `the library on ${server} does not let you in; see the user and the password in MAQAL_LIBRARY or ~/.pgpass`,
    libraryNoDatabase: ({ server }) => `there is no such database: ${server}; make it with createdb`,
    libraryNoRight: ({ server }) =>
      `you may not write into the library on ${server}; ask who runs it for the right (docs/library.md says how)`,
    libraryNoTrigrams: ({ server }) =>
      `the database ${server} has no pg_trgm; its owner adds it with: CREATE EXTENSION pg_trgm;`,
    libraryBadLocale: ({ server }) =>
      `the database ${server} takes no Arabic letter for a letter; make one with: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME`,
    libraryOldServer: ({ server, version }) =>
      `${server} is PostgreSQL ${version}; a library needs version 15 or newer`,
    libraryBadAddress: 'the address of the library is not understood; write postgres://USER@HOST/DATABASE',
    libraryNewer: ({ version }) =>
      `the library was made by maqal ${version}, which is newer than this one; update maqal`,
    noStore: ({ platform }) =>
      `there is no library here: its store (libsql) could not be loaded on ${platform}; reading goes on`,
    cannotSetAside: ({ file }) => `${file} is damaged and cannot be moved aside; move it away yourself`,
    libraryOffline: ({ server }) =>
      `the library on ${server} does not answer: what you read is in the local library`,
    libraryReadOnly: ({ folder }) =>
      `the library in ${folder} may be read but not written: nothing is kept in it`,
    keptTextDamaged: ({ source }) => `the kept text of ${source} is damaged and cannot be shown`,
    librarySetAside({ file, entries, lost }) {
      if (entries === 0)
        return `the library could not be read; it is set aside as ${file}, and a new one is begun`;
      const saved = entries === 1 ? '1 entry was' : `${entries} entries were`;
      const without = lost === 0 ? '' : `, ${lost === 1 ? '1 text was' : `${lost} texts were`} lost`;
      return `the library was damaged and is set aside as ${file}; ${saved} saved${without}`;
    },
    settingsUnreadable: 'cannot be read; going on without it',
    settingsNotJson: ({ line, column }) =>
      `is not valid JSON (line ${line}, column ${column}); going on without it`,
    settingsNotObject: 'must hold one JSON object, { … }; going on without it',
    settingsNotMine: ({ model }) =>
      `holds no settings and was left as it is; mend or move it, or use --terminal ${model}`,
    settingsUnwritable: ({ model }) =>
      `cannot be written, so the choice is not kept; use --terminal ${model}`,
    noSuchSetting: ({ name, nearest }) =>
      nearest === ''
        ? `there is no setting “${name}”; it is left out`
        : `there is no setting “${name}”; did you mean “${nearest}”? It is left out`,
    badSetting: ({ name, choices }) => `“${name}” must be one of ${choices.join(', ')}; it is left out`,
    needsTerminal: 'needs a terminal; run it in the one to calibrate',
    logUnwritable: 'MAQAL_LOG cannot be written there; name a file in a folder of yours',
    analysisFailed: ({ detail }) => `the analysis broke off (${detail}); R tries it again`,
    keepingFailed: ({ detail }) => `the article could not be kept (${detail}); K tries it again`,
    defect: ({ detail, log }) =>
      log === ''
        ? `a mistake in maqal itself (${detail}); set MAQAL_LOG=FILE, do the same again, and report it with that file`
        : `a mistake in maqal itself (${detail}); report it with ${log}`,
    cannotWrite: ({ code }) => `the output cannot be written (${code}); is the disk full?`,
    unknownOption: ({ name, nearest }) =>
      nearest === ''
        ? `unknown option ${name}; maqal --help tells more`
        : `unknown option ${name}; did you mean ${nearest}? maqal --help tells more`,
    missingArgument: ({ name }) => `missing argument: ${name}; maqal --help tells more`,
    missingValue: ({ name }) => `the option ${name} needs a value; maqal --help tells more`,
    badValue: ({ name, value, detail }) =>
      `${value} is not a value for ${name}; it must be: ${detail}; maqal --help tells more`,
    badUsage: ({ detail }) => `${detail}; maqal --help tells more`,
    noSuchCommand: ({ nearest }) => `no such file or command; did you mean maqal ${nearest}?`,
    tooFewFiles: 'too few files may be open at once; raise the limit (ulimit -n) and start again',
    tooLittleMemory: 'too little memory may be used; raise the limit (ulimit -v) and start again',
    nameNotUtf8: 'its name is not UTF-8; rename it',
    nameTooLongInList: 'holds a name that is too long; write one name a line',
    wentAway: 'went away while the folder was read; run the command again',
    notInLibrary: 'is not in the library; maqal library export articles lists what is',
    damagedInLibrary: 'its text in the library is damaged; open it again to keep it anew',
    badExpression: ({ detail }) =>
      `the query is no regular expression (${detail}); leave -E away to look for its letters`,
    slowExpression: 'the regular expression takes too long on a text; make it simpler',
    nothingRemembered: 'nothing is stored of it',
    nothingStored: 'nothing is stored but the settings',
    nothingForgotten: 'nothing was deleted',
    forgettingUnasked: '--all asks first and needs a terminal; add --yes to delete without a question',
    forgotten({ places, texts }) {
      const parts = [
        places > 0 ? `${places} ${places === 1 ? 'place' : 'places'} with marks and notes` : '',
        texts > 0 ? `${texts} ${texts === 1 ? 'article' : 'articles'} of the library` : '',
      ];
      return `deleted: ${parts.filter(Boolean).join(', ')}`;
    },
    forgetAll: ({ folder, places, megabytes }) =>
      `all that is stored in ${folder} will be deleted: ${places} ${places === 1 ? 'place' : 'places'}, marks, notes, habits, the library (${megabytes} MB); type yes to delete it`,
    allForgotten: ({ places, megabytes }) =>
      `deleted: ${places} ${places === 1 ? 'place' : 'places'} and all else that was stored (${megabytes} MB); the settings stay`,
    notDeleted: ({ file, code }) => `${file} cannot be deleted (${code}); delete it yourself`,
    serverStays: ({ server }) =>
      `the library on ${server} stays, it may be others’ as well; maqal forget SOURCE takes an article out`,
    notAnalyzed: ({ detail }) => `could not be analyzed (${detail}); please report it`,
    libraryUnsound: ({ detail }) => `the file is damaged: ${detail}; it is mended when it is next opened`,
    noSuchKeyName: ({ name, nearest }) =>
      nearest === ''
        ? `nothing is called “${name}” (maqal keys --json lists the names); the line is left out`
        : `nothing is called “${name}”; did you mean “${nearest}”? The line is left out`,
    noKeys: ({ name }) => `no keys after “${name}”; write some, or none to leave it without`,
    noSuchKey: ({ name }) =>
      `“${name}” is no key; write a character or a name such as ctrl-x or pagedown, with commas between the strokes of a sequence`,
    keyTaken: ({ name, other }) => `the key “${name}” is that of “${other}” already; it is left out here`,
    keysThere: 'is there already and is not written over; change it, or move it away and try again',
  },
};

function unshown({ name, why, method }: UnshownChapter): string {
  const reasons = {
    missing: 'missing',
    damaged: 'damaged',
    notText: 'no text',
    packed: `packed with ${method}`,
  };
  return `${name} (${reasons[why]})`;
}
