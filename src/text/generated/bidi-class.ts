// Bidi_Class, Unicode 17.0.0. Made by scripts/unicode/generate.mjs: do not edit.
// Data: Copyright 1991-2025 Unicode, Inc., Unicode License v3.

export const L = 0;
export const AL = 1;
export const AN = 2;
export const B = 3;
export const BN = 4;
export const BRACKET = 5;
export const CS = 6;
export const EN = 7;
export const ES = 8;
export const ET = 9;
export const FSI = 10;
export const LRE = 11;
export const LRI = 12;
export const LRO = 13;
export const NSM = 14;
export const ON = 15;
export const PDF = 16;
export const PDI = 17;
export const R = 18;
export const RLE = 19;
export const RLI = 20;
export const RLO = 21;
export const S = 22;
export const WS = 23;
export const runs =
  'i(a:a&#a;Bn(%a:a;b3c-$b)#a,a*#$j+#f3z#a)B#%[BB##f(a&=a*a3d-&a#$a($b-b+Ba#%BBF:#A$#A`-$*1$1(,#4~2w$EC+#($##Au$#Af%HAR)B$$a-a6~23###$#$##A>f%b3a$b-#a*#b3k2`68j%a-$c$a2Al$*Ba3Gb$$B&Cj+:BA#>Ab$.2~61J$d3%B;&#,#%#(A1%&~$6b%(i2A0;BA%~#=###&+&#%*-$@#A@#&&+#7$1b-*#$B$$A?#&$&$$%%#A#$%#.$A?#&(#$&#7$0B+G##A@#$##&+#*$.$A##AC#/#A+f3a-#Fa2%#A=##%(%#&*$.$7H$BA@#2$7$?$A?$&&+#7$@#AN#*%##Aa$#$*&a-*IAi$#$,.*AO$>#####d)`9O#(#$(.#A*,#Am$&#)#$$$<$&%3&0#$$)#2#A}2%A6j3Am$#Aj1a;=b)A|$c2@$A#$A#$AF$#*+#$.*a-#B5j3).Da(#~#|$$A(#A}$%&$,#)%&a3%$Ar%A(:C$#A@##*####$+)-$#A6A4$/7&A6##(##(#A.,/$A%&$$#%A>##$%##%A@+$$Ar%%#0#*&#)#%$As&AFA[-B#%.%0%0%0$#k;c(Ba6x3a;a&a/a7a4a1a9a*e-o3Bb)Ya;f(a0a8a.a5f(a+c#)b,a3b)a#j+b,a3b)q#~-6~2&Pb3#&#$-##%()######&a-.C&((&$3A/%&A[%a,a-`t(d)@$.~#K=#An%9.8A.t+`T$`a-#Ah&n)AU$$A$-3`R)A]%WAE&A%$Ao+CAd%Ae()&c2*HAX%BAg$A%`(h)A1+#~#(=#A`$/AU(=3a;&Dj)C+(Jd2$B($(%A`$CCD#Aa$#Aq&A,,#A3$A73?%A82/&AS&&Aj$$A$#Aw[&AFAu{.A=Al*%Af$EB-$`#CAV$$1`(Am$#AR%B%#&#<$#EBLb-A@d3AR$b2=50#A,+<.A4%A6#$&$$A-#AI)$$$$/#+#A5#A9##%$$($##A0$+#Az$CAR%B$#&#Av~-a6B-a,A,~$z$p3Ad+5AF$A<+~(%NDp2-f#Q`%a*##a#BB%f)a-Cb,%a##b-#E~$i%a(Bb3c-$b)#a,a*#$j+#f3z#a)B#%[BB##$#$$`S%b-D$BH#i(F$`S)BADAS$%0%#Ac$a2Ab(#{+`S%FAS=~6r)a3Aa(c2#$(&A.%&#AQ&$AX$HA_-~$*d2+j%)-~6$e2a3`q(~%$A2b26p$i3A&f2~66WLA$SEAS%a#BA<2.t3-B$$-%A7&$$*#AC%A*(#+AD#/$A:,-&$#Af$%$##$)#$#Aw%#%+8$A?$%#A+*%(AL)0#####1$A[$+$%##:#AZ$)##&$#$An(&)$#$>$A[$+$##$A$NADB##$)##Al$###$&#(AU),#$AR)$##&#Aj%&$$&#A%)$$A.)$&+#,)$%A40#$As&##%##Av&*#)AZ$9$*#$#$AS%)%##$#*##AN$%###AS+$.$A:((###:#AS%Id-4`xj%a2)2AUo)/%%AvZ$(AA*An:#AE&AU$B#BAup-$#d(Ar{$~3U(=j+DDAR-):242~24$:Ae/%,h(IC*A#&AAb38AHD#`g&A^$At6#<#A$#<#A$#<#A$#<#A$#<#-~+8Ar.~2=&A8+#1#9(#2AkA*#4$*#$#(Ak$#Az%*Ap+#AC&2a-A^.EA~($As(#$#*$(#A])~6}&HAt$*A[5~$V$AFAV$A]&Ap(b31`R)`2d#Ak$/2$2#2#A+-k+F`$#A@)AC#A_&)At%A[9%4%0%AY()/&#2/&A>+-)A.+A#$/&$1,A-A~*+1$0%.%A?##&3$/&-*Am%#Ac$K#`X:b(AoaD$AoaD$AoaD$AoaD$AoaD$AoaD$AoaD$AoaD$AoaD$AoaD$AoaD$AoaDAT)~2p(Aat$`n`B$AoaD$AoaD$';
