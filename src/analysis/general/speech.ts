/** How prose of one language tells who said something: its verbs of saying, and the words around a name. */
export interface Speech {
  /** Verbs of saying, with their borders; a global pattern. */
  readonly verbs: RegExp;
  /** Pronouns that stand for the speaker. */
  readonly pronouns: RegExp;
  /** Words that open a sentence before its subject: but, yet, then. */
  readonly openers: RegExp;
  /** Words with which no subject begins or goes on: prepositions, adverbs, conjunctions. */
  readonly stops: RegExp;
  /** Forms of address and callings before a name, no part of it. */
  readonly titles: RegExp;
  /** The word behind a subject that acts, where the language has one (Urdu نے). */
  readonly agent?: RegExp;
  /** The word after which a name begins in what belongs to it (Urdu کی, کے). */
  readonly genitive?: RegExp;
  /** Whether the subject may follow its verb: said Anna Berg, אמרה תמר רווה. */
  readonly follows: boolean;
  /** Whether names begin with capitals. */
  readonly capitals: boolean;
}

/** A pattern of whole words from a list parted by blanks; `_` stands for a blank inside. */
function words(list: string): RegExp {
  return new RegExp(`^(?:${list.trim().split(/\s+/u).join('|')})$`, 'u');
}

/** The languages without a folder of their own. */
export const speech: Readonly<Record<string, Speech>> = {
  en: {
    verbs:
      /\b(?:said|says|saying|added|adds|told|asked|replied|wrote|explained|noted|warned|insisted|declared|recalled|argued|announced|stated|remarked|answered|continued|concluded)\b/giu,
    pronouns: words('he she He She'),
    openers: words('But Yet And So Then Still However Later Meanwhile'),
    stops: words(
      'In On At From With For By After Before When While As If The A An This That These Those There It They We You I who which that in on at from with for by after before when while as to of and or',
    ),
    titles: words(
      'Mr Mrs Ms Dr Prof Professor President Minister Sir Lady Lord Judge Captain General Senator',
    ),
    follows: true,
    capitals: true,
  },
  fa: {
    verbs:
      /(?<!\p{L})(?:گفت|می‌گوید|میگوید|گفته|افزود|گفتند|نوشت|پرسید|تأکید کرد|تاکید کرد|اعلام کرد|اظهار داشت|اظهار کرد|پاسخ داد|توضیح داد|ادامه داد|هشدار داد|خاطرنشان کرد|تصریح کرد|یادآور شد|بیان کرد|عنوان کرد)(?!\p{L})/giu,
    pronouns: words('او وی ایشان'),
    openers: words('اما ولی و همچنین سپس بعد البته'),
    stops: words(
      'در به از با بر برای تا که را روز شب صبح دیروز امروز دیشب پس هنگام پیش بنا طبق این آن همین وقتی اگر چون زیرا نیز هم درباره دربارهٔ ضمن خطاب گفته به‌گفتهٔ من ما شما تو آنها آن‌ها یک',
    ),
    titles: words('آقای خانم دکتر مهندس استاد پروفسور حجت‌الاسلام آیت‌الله سردار سرهنگ'),
    follows: false,
    capitals: false,
  },
  he: {
    verbs:
      /(?<!\p{L})ו?(?:אמר|אמרה|אמרו|הוסיף|הוסיפה|הוסיפו|הסביר|הסבירה|ציין|ציינה|כתב|כתבה|טען|טענה|הדגיש|הדגישה|סיפר|סיפרה|השיב|השיבה|הודיע|הודיעה|שאל|שאלה|הזהיר|הזהירה|אומר|אומרת|מספר|מספרת|מסביר|מסבירה)(?!\p{L})/giu,
    pronouns: words('הוא היא'),
    openers: words('אבל אך ואולם אולם ואז לכן גם'),
    stops: words(
      'של על את עם אל מן אחרי לפני כאשר אם כי בין אצל לפי אתמול היום מחר אמש הבוקר הערב השבוע גם עוד לא אז שם פה כאן זה זאת אני אנחנו אתה הם הן לי לו לה לנו להם בראיון בפתח בתגובה',
    ),
    titles: words('ד״ר ד"ר פרופ׳ פרופ\' פרופסור דוקטור מר גב׳ הרב השר השרה עו״ד עו"ד אלוף סא״ל'),
    follows: true,
    capitals: false,
  },
  ur: {
    verbs:
      /(?<!\p{L})(?:کہا|کہتے|کہتی|کہنا|بتایا|لکھا|پوچھا|جواب دیا|اضافہ کیا|زور دیا|خبردار کیا|بولے|بولی|کہہ)(?!\p{L})/giu,
    pronouns: words('انہوں اس اُنہوں اُس'),
    openers: words('لیکن مگر اور پھر تاہم البتہ'),
    stops: words(
      'میں سے پر کو تک ساتھ بعد پہلے جب اگر کہ جو جس یہ وہ ان اُن ہم تم آپ نے کا ایک دوران مطابق بارے لیے ہوئے',
    ),
    titles: words(
      'ڈاکٹر پروفیسر جناب محترمہ مسٹر مس وزیر وزیراعظم صدر ڈائریکٹر نگران محقق مولانا جنرل کپتان کوچ ترجمان سیکرٹری طالبہ استاد',
    ),
    agent: /(?<!\p{L})نے(?!\p{L})/gu,
    genitive: words('کی کے کا سے میں وابستہ'),
    follows: false,
    capitals: false,
  },
};
