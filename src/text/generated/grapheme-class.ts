// Grapheme_Cluster_Break, Extended_Pictographic and Indic_Conjunct_Break, Unicode 17.0.0. Made by scripts/unicode/generate.mjs: do not edit.
// Data: Copyright 1991-2025 Unicode, Inc., Unicode License v3.

export const OTHER = 0;
export const CR = 1;
export const CONSONANT = 2;
export const CONTROL = 3;
export const EXTEND = 4;
export const EXTEND_PLAIN = 5;
export const HANGUL_L = 6;
export const HANGUL_LV = 7;
export const HANGUL_LVT = 8;
export const HANGUL_T = 9;
export const HANGUL_V = 10;
export const LF = 11;
export const LINKER = 12;
export const PICTOGRAPHIC = 13;
export const PREPEND = 14;
export const REGIONAL_INDICATOR = 15;
export const SPACING_MARK = 16;
export const ZWJ = 17;
export const runs =
  'j&a/$a$5~#f$A&,a1%BB`i0~(w$Af)*AY)A3###$#$##A>f2-L#a&A4V3#Al$*a2BG$$#&A&B#BA#>Ab$.A@,,#;&#,#%#(A1%A:C(JA0;BA%a4q#~%+a(a4#a#DI&a0$a#g(h%CC7I#Bb4Rt%#*##%&$a(##b4&CC$$a0Ja(&b%##$C/C/B$$a4`>B#DCE$$%%#A#$%#.$BRt%#*#$#($a(#c4FB$BB$a0Ub(8a%GB#b4Rt%#*#$#($a(#$a4&CC$$a0Hc(&b%##$C0B3BAA#a4#$D%#%BJ#A.#D#Qt%#3$B#%d4BD#%a0HC#c%*C@#b4`>B#BC##$BD#&*$.$2B/CCR~%,b(B#b4&BD#%a0a2h#a(-$@#b4`LB&#C%B##HBSCACB#BHM+Ai$##BJL*AO$>#####&CA7OB(B$(.#A*,#A?~%1$Ea4)Ba0Bb4$a%p#)b4b(E%#c#$*%E0#Ba4CG#a%OBAi$~*g$~.N~-_$~#U+c(Ab8&?%@$A#$/~%:Ca4*+#$,a0#i##A3%a&#`|$$A(#A}$%d4$%E$B)%`Z($C#E~%;a4a(#*a#a0#B$+f4-C#A6A4$/7&BGb%)A&j(d4$a0h%~##i(/$a4~%##E$%a0$b%k#%A.Ba4$%##(`6II$$`r%%#0B*E#)#$BC`s&AFA}.a&a)a5Cx#*0a1/#9QAg$~(&A7a19#Aa$)2$Ah+$/#AR&#<.&%At&#Ag($-#,#A@&#(,#$#$$$#&#$##$$#%#%$+%(###(/.$$##$##5#$$5)###$%$(#$$&$.$($$#($###$7$()#&$#&#$#$)##$#####)#%#)#-$2#$#&###&%##.$A6%,#1#1#Am+$An-%6$A9#&#Ae,DAg%#Ag$A%Ao/)BM#Ab$CAn.B##A_n2E#-A%$AV$$Ac)#%#&#:b4C#EBAY$CA83C[50#A,+<.B#M}*%Da4Fc%%A*a(b4&$$$a0~#$e%a(BJ-(A0Gb4$$$M#+#BSp%#%)##a(#CA6B#%$$($##A#La4b($e##a0`v&{%+b4a($#$B#BSa+{,#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>#>Mw.&~-7&~&xPAmd&a(Ar3333A|&BAx%CAV$MAs.BAb(#Ao%(AeHa%DB$(&EB%#@$D&a0AQ&CAT0&AG(Ac*$AS$)AL.A7&AS%a4B#`;PA/#$$-%B`3%E$$Ca2&B-BA8D~%*(a4)a0#o#a%b4#`1a(/$a4`6%J##Bb2(E#a4B`c$DD$&G#$#Aw%#D+V$C`=C##B#&C$$$BJ#-C$H%(.j%##$##A,$Bb4)B#$##%BB$Ca0a2Bn#$AX$c4I$%##X#AW$#C)##$##$#$`k(#C&CEC#$]$AX$DI$##$`q$#B#$+`l$#B#C&B(`R)DJ#$`r&g%$#$+#$#;Be4a#$$Da0a2a4##a(~#g%DEC$E#DB>a%j(A.)a4a#E+a0+a%f(b4%`.f2Na4#a0~#s&Ba4%###`t&#HB)B#`X$9#BH#$#$`S%)%##$#*a2#`He4#C#CB##`S+$CJCa2a4m%a#A(Ce(c#CCa0w#BAxm%p&BG2AUo)/c4%`vZ$(AA*Aq/a.%&AU.B#~4=*EAW$#.$Ahp-$#d&Au_%`4$:Ac/(%)I+C*A#&An%%A`OA=&A8+#1#9(#2AkA*#4$*#$#(Ak$#Az%*Ap+#AC&An.&A~($As(#$#*$(#Ay-*At$*AlIa1A-&Ak$/2$2#1$A+-Aw$$/$1#$-6A>z3BP-#7#$,#&,:)Ai&$Aw$$$#%$AY$$%#&e(A~(BAE.)#;*$$+/#$&$#&$0$$#+$,#(%/%+%$###&#)#%#)A]$A6AL(+$4%##)$0AY(A,/&A>+-)A.+A#$/&$1,A-/A5#-#Af&A_$+1Al%AR)AS:Aoan,~&%~(g$AY%Ap(Aat$`cSV%';
