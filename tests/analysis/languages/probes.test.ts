import { expect, test } from 'vitest';
import { said } from '../sample.ts';

/**
 * Sentences from a grammar of our own: somebody is named, then an office that is not his speaks. Whoever reads them knows that the
 * words are not the named person's; a rule that hands a bare office to whoever stands near fails here.
 */
interface Probe {
  readonly people: readonly string[];
  /** Somebody is named and does not speak; `$` is the name. */
  readonly before: readonly string[];
  readonly offices: readonly string[];
  /** An office speaks; `$` is the office. */
  readonly speaks: readonly string[];
}

const probes: Record<'fa' | 'he' | 'ur' | 'en', Probe> = {
  fa: {
    people: ['سارا امینی', 'مهدی رضایی', 'دونالد هریس'],
    before: [
      'پلیس $ را دستگیر کرد.',
      '$ از کار برکنار شد.',
      'نمایندگان از $ انتقاد کردند.',
      'دیدار با $ لغو شد.',
    ],
    offices: [
      'قاضی',
      'وزیر بهداشت',
      'پزشک بیمارستان',
      'سخنگوی پلیس',
      'یک مقام محلی',
      'مسئولان',
      'یکی از همسایه‌ها',
    ],
    speaks: [
      '$ گفت که حکم نهایی است.',
      '$ گفت: حکم نهایی است.',
      '$ در پاسخ گفت: «حکم این پرونده نهایی است».',
    ],
  },
  he: {
    people: ['תמר רווה', 'דוד אוחנה', 'מארק ספנסר'],
    before: ['המשטרה עצרה את $.', '$ פוטר מתפקידו.', 'השרים תקפו את $.', 'הפגישה עם $ בוטלה.'],
    offices: ['השופט', 'שר הבריאות', 'הרופא', 'דובר המשטרה', 'גורם בכיר', 'מומחים', 'שכן של המשפחה'],
    speaks: ['$ אמר כי פסק הדין סופי.', '"פסק הדין הזה סופי לגמרי", אמר $.', '$ הוסיף: "פסק הדין הזה סופי".'],
  },
  ur: {
    people: ['عمران ملک', 'زہرہ قریشی', 'فیصل رضوی'],
    before: [
      'پولیس نے $ کو گرفتار کر لیا۔',
      '$ کو برطرف کر دیا گیا۔',
      'وزرا نے $ پر تنقید کی۔',
      '$ سے ملاقات منسوخ ہو گئی۔',
    ],
    offices: ['جج', 'وزیر صحت', 'ایک ڈاکٹر', 'پولیس ترجمان', 'حکام', 'ایک مقامی شہری', 'ماہرین'],
    speaks: [
      '$ نے کہا کہ فیصلہ حتمی ہے۔',
      '$ نے کہا: ’یہ فیصلہ بالکل حتمی ہے۔‘',
      '$ کا کہنا تھا کہ فیصلہ حتمی ہے۔',
    ],
  },
  en: {
    people: ['Ruth Hale', 'Tom Reed', 'Omar al-Rubaie'],
    before: [
      'Police arrested $.',
      '$ was dismissed.',
      'Ministers criticized $.',
      'A meeting with $ was canceled.',
    ],
    offices: [
      'The judge',
      'The health minister',
      'A doctor',
      'A police spokesman',
      'Officials',
      'One neighbor',
      'Experts',
    ],
    speaks: [
      '$ said that the ruling was final.',
      '“This ruling is quite final,” $ said.',
      '$ said the ruling was final.',
    ],
  },
};

test.each(['fa', 'he', 'ur', 'en'] as const)(
  'in %s no office is given to whoever stands near',
  (language) => {
    const { people, before, offices, speaks } = probes[language];
    let asked = 0;
    let silent = 0;
    const wrong: string[] = [];
    for (const person of people)
      for (const start of before)
        for (const office of offices)
          for (const end of speaks) {
            const lead = start.replace('$', person);
            // Inside a sentence an English article is small.
            const shown = end.startsWith('$')
              ? office
              : office.replace(/^(?:The|A|One|[A-Z])/u, (word) => word.toLowerCase());
            const text = `${lead} ${end.replace('$', shown)}`;
            asked++;
            const quotes = said(text, language);
            const speaker = quotes.at(-1)?.[2] ?? null;
            if (speaker === null) silent++;
            else if (person.split(' ').some((word) => speaker.includes(word)))
              wrong.push(`${text} → ${speaker}`);
          }
    expect(asked).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
    expect(silent / asked).toBeLessThan(0.1);
  },
);
