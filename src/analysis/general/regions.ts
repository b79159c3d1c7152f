// Names of states and continents in any language, from what Node knows of it (CLDR by way of Intl).

/** ISO 3166, the European Union, the United Nations, and the continents of UN M.49. */
const codes =
  'AF AX AL DZ AS AD AO AI AQ AG AR AM AW AU AT AZ BS BH BD BB BY BE BZ BJ BM BT BO BA BW BR BN BG BF BI KH CM CA CV KY CF TD CL CN CO KM CG CD CR CI HR CU CW CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FO FJ FI FR GA GM GE DE GH GI GR GL GD GT GN GW GY HT VA HN HK HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MO MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PS PA PG PY PE PH PL PT PR QA RO RU RW KN LC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW XK 002 003 005 009 019 142 150'.split(
    ' ',
  );

/** The names of all of them in a language (BCP 47); forms in brackets off. Empty where Node does not know the language. */
export function regionNames(language: string): string[] {
  if (Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return [];
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return codes.flatMap((code) => {
    const name = names.of(code)?.replace(/\s*[([（].*$/u, '');
    return name ? [name] : [];
  });
}
