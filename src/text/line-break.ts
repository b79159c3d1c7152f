import {
  AK,
  AL,
  ALCN,
  AP,
  AS,
  B2,
  BA,
  BB,
  BK,
  CB,
  CL,
  CM,
  CP,
  CR,
  DC,
  EB,
  EM,
  EX,
  GL,
  H2,
  H3,
  HH,
  HL,
  HY,
  ID,
  IDCN,
  IN,
  IS,
  JL,
  JT,
  JV,
  LF,
  NL,
  NS,
  NU,
  OP,
  PO,
  PR,
  QU,
  QUPF,
  QUPI,
  RI,
  runs,
  SP,
  SY,
  VF,
  VI,
  WJ,
  ZW,
  ZWJ,
} from './generated/line-class.ts';
import { lazyTable } from './table.ts';

const classTable = lazyTable(runs);

/** What may happen at a place in a paragraph. */
export const NO_BREAK = 0;
export const MAY_BREAK = 1;
export const MUST_BREAK = 2;

const EAST_ASIAN = 128;
const NUMBER = 1;
const CLOSED_NUMBER = 2;

const isHard = (name: number) => name === BK || name === CR || name === LF || name === NL;
const isLetter = (name: number) => name === AL || name === HL || name === DC || name === ALCN;
const isQuotation = (name: number) => name === QU || name === QUPI || name === QUPF;
const isIdeograph = (name: number) => name === ID || name === IDCN || name === EB || name === EM;
const isHangul = (name: number) => name === JL || name === JV || name === JT || name === H2 || name === H3;
const isAksara = (name: number) => name === AK || name === DC || name === AS;

/**
 * Where a stretch of text may be broken into rows: UAX #14 without tailoring, in full. The result has one byte
 * for each place from `start` to `end`, both included: NO_BREAK, MAY_BREAK or MUST_BREAK before the code unit
 * that stands there. The first is NO_BREAK (LB2), the last MUST_BREAK (LB3). Takes linear time.
 */
export function lineBreaks(text: string, start = 0, end = text.length): Uint8Array {
  const classes = classTable();
  const breaks = new Uint8Array(end - start + 1);
  // The last class that is neither a space nor absorbed by LB9, and the one right before it, SP included.
  // The start of the text behaves as if a hard break stood before it, except that nothing breaks there.
  let base = BK;
  let prior = BK;
  let baseWide = false;
  let priorWide = false;
  let spaced = false;
  let joined = false; // the code point before is ZWJ
  let openQuotation = false; // LB15a holds for what follows
  let hyphenBeforeWord = false; // LB20a holds for what follows
  let number = 0;
  let indicators = 0;

  /** Class, with its East Asian bit, of what follows the character at `place` and its marks; -1 at the end. */
  const following = (place: number): number => {
    let next = place + (text.codePointAt(place)! > 0xffff ? 2 : 1);
    while (next < end) {
      const code = text.codePointAt(next)!;
      const found = classes[code]!;
      const name = found & 127;
      if (name !== CM && name !== ZWJ) return found;
      next += code > 0xffff ? 2 : 1;
    }
    return -1;
  };

  /** The rules from LB8 on, for a break between `base` and `name` at `place`, spaces between them allowed for. */
  const mayBreak = (name: number, wide: boolean, place: number): boolean => {
    if (base === ZW) return true; // LB8
    if (joined) return false; // LB8a
    if (name === WJ || (base === WJ && !spaced)) return false; // LB11
    if (base === GL && !spaced) return false; // LB12
    if (name === GL && !spaced && base !== BA && base !== HY && base !== HH) return false; // LB12a
    if (name === CL || name === CP || name === EX || name === SY) return false; // LB13
    if (base === OP || openQuotation) return false; // LB14, LB15a
    if (name === QUPF) {
      const next = following(place); // LB15b
      const after = next & 127;
      if (next < 0 || isQuotation(after) || isHard(after)) return false;
      if (after === SP || after === GL || after === WJ || after === CL || after === CP) return false;
      if (after === EX || after === IS || after === SY || after === ZW) return false;
    }
    if (name === IS) return spaced && (following(place) & 127) === NU; // LB15c, LB15d
    if (name === NS && (base === CL || base === CP)) return false; // LB16
    if (name === B2 && base === B2) return false; // LB17
    if (spaced) return true; // LB18
    if (name === QU || name === QUPF || base === QU || base === QUPI) return false; // LB19
    if (name === QUPI) {
      if (!baseWide) return false; // LB19a
      const next = following(place);
      if (next < 0 || !(next & EAST_ASIAN)) return false;
    }
    if (base === QUPF && (!wide || !priorWide)) return false; // LB19a
    if (base === CB || name === CB) return true; // LB20
    if (hyphenBeforeWord && isLetter(name)) return false; // LB20a
    if (name === BA || name === HH || name === HY || name === NS || base === BB) return false; // LB21
    if (prior === HL && (base === HY || base === HH) && name !== HL) return false; // LB21a
    if (base === SY && name === HL) return false; // LB21b
    if (name === IN) return false; // LB22
    const letterBefore = isLetter(base);
    const letter = isLetter(name);
    if (letterBefore && (letter || name === NU || name === PR || name === PO)) return false; // LB23, 24, 28
    if (letter && (base === NU || base === PR || base === PO || base === IS)) return false; // LB23, 24, 29
    if (base === PR && isIdeograph(name)) return false; // LB23a
    if (name === PO && isIdeograph(base)) return false; // LB23a
    if ((name === PO || name === PR) && number) return false; // LB25
    if (name === NU && (number === NUMBER || base === PO || base === PR || base === HY || base === IS))
      return false; // LB25
    if (name === OP && (base === PO || base === PR)) {
      const next = following(place); // LB25
      if (next >= 0 && (next & 127) === NU) return false;
      if (next >= 0 && (next & 127) === IS && followsTwo(place) === NU) return false;
    }
    if (base === JL && (name === JL || name === JV || name === H2 || name === H3)) return false; // LB26
    if ((base === JV || base === H2) && (name === JV || name === JT)) return false; // LB26
    if ((base === JT || base === H3) && name === JT) return false; // LB26
    if ((name === PO && isHangul(base)) || (base === PR && isHangul(name))) return false; // LB27
    if (base === AP && isAksara(name)) return false; // LB28a
    if (isAksara(base)) {
      if (name === VF || name === VI) return false; // LB28a
      if (isAksara(name) && (following(place) & 127) === VF && following(place) >= 0) return false;
    }
    if (base === VI && isAksara(prior) && (name === AK || name === DC)) return false; // LB28a
    if (name === OP && !wide && (letterBefore || base === NU)) return false; // LB30
    if (base === CP && !baseWide && (letter || name === NU)) return false; // LB30
    if (base === RI && name === RI) return indicators % 2 === 0; // LB30a
    return !(name === EM && (base === EB || base === IDCN || base === ALCN)); // LB30b, LB31
  };

  /** Class of the second character after the one at `place`, marks left out; -1 at the end. */
  const followsTwo = (place: number): number => {
    let next = place;
    let found = -1;
    for (let count = 0; count < 2; count++) {
      do {
        next += text.codePointAt(next)! > 0xffff ? 2 : 1;
        if (next >= end) return -1;
        found = classes[text.codePointAt(next)!]! & 127;
      } while (found === CM || found === ZWJ);
    }
    return found;
  };

  for (let place = start; place < end; ) {
    const code = text.codePointAt(place)!;
    const found = classes[code]!;
    const wide = found >= EAST_ASIAN;
    let name = found & 127;
    const at = place - start;
    const step = code > 0xffff ? 2 : 1;
    if (name === AL && base === AL && !spaced) {
      // Most of all text: LB28, to the end of the word, with the state it leaves behind.
      let last = wide;
      let before = baseWide;
      place += step;
      for (; place < end; place++) {
        const unit = text.charCodeAt(place);
        const next = classes[unit]!;
        if ((next & 127) !== AL || (unit & 0xf800) === 0xd800) break;
        before = last;
        last = next >= EAST_ASIAN;
      }
      prior = AL;
      priorWide = before;
      baseWide = last;
      joined = false;
      continue;
    }
    if (isHard(base) && !spaced && at > 0) {
      if (base !== CR || name !== LF) breaks[at] = MUST_BREAK; // LB4, LB5
      base = BK;
      if (isHard(name)) {
        base = name;
        place += step;
        continue;
      }
    }
    if (isHard(name)) {
      base = name; // LB6
      spaced = false;
      joined = false;
      openQuotation = false;
      number = 0;
    } else if (name === SP) {
      spaced = true; // LB7
      joined = false;
      number = 0;
    } else {
      const absorbed = name === CM || name === ZWJ;
      if (absorbed && !spaced && !isHard(base) && base !== ZW) {
        joined = name === ZWJ; // LB9
      } else {
        const joiner = name === ZWJ;
        if (absorbed) name = AL; // LB10
        if (at > 0 && name !== ZW && breaks[at] !== MUST_BREAK && !(isHard(base) && !spaced))
          if (mayBreak(name, wide, place)) breaks[at] = MAY_BREAK;
        const before = spaced ? SP : base;
        prior = before;
        priorWide = spaced ? false : baseWide;
        const fresh = isHard(before) || before === SP || before === ZW || before === GL;
        openQuotation = name === QUPI && (fresh || before === OP || isQuotation(before));
        hyphenBeforeWord = (name === HY || name === HH) && (fresh || before === CB);
        indicators = name === RI ? (before === RI ? indicators + 1 : 1) : 0;
        if (name === NU) number = NUMBER;
        else if ((name === SY || name === IS) && number === NUMBER && !spaced) number = NUMBER;
        else if ((name === CL || name === CP) && number === NUMBER && !spaced) number = CLOSED_NUMBER;
        else number = 0;
        base = name;
        baseWide = wide;
        spaced = false;
        joined = joiner;
      }
    }
    place += step;
  }
  breaks[end - start] = MUST_BREAK;
  return breaks;
}
