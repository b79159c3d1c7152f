// Terminal cells of a code point, Unicode 17.0.0. Made by scripts/unicode/generate.mjs: do not edit.
// Data: Copyright 1991-2025 Unicode, Inc., Unicode License v3.

export const NARROW = 0;
export const MARK = 1;
export const UNDRAWN = 2;
export const WIDE = 3;
export const runs =
  'AY&a%Aj0~$U$BA%`f)*AY)A3###$#$##AN.#BA4V3#Al$*$)$$#&A)#A#>Ab$.A@,,#;&#,#%#(A1%AA,A0;#A%A=###&+&#%*-$@#A@#&&+#7$=#$$A?#&$&$$%%#A#$%#.$A?#&(#$&#7$9)##A@#$##&+#*$.$A##AC#/#A8#%#A=##%(%#&*$.$@#A@#$#)#($7$?$A?$&&+#7$@#AN#*%##Aa$#$*/+Ai$#$,.*AO$>#####A=1#(#$(.#A*,#Am$&#)#$$$<$&%3&0#$$)#2#Ai$~&g$`z%`U+%Ab8%@$A#$A#$AFb%#H+#$.,#A3FA|$CA(#A}$%&$,#)%AZ($$#A@##*####$+)-$#A6A4$/7&A6##(##(#A.,/$A%&$$#%A>##$%##%A@+$$Ar%%#0#*&#)#%$As&AFA}.F;*A73Ag$`&An/b&0$Ak&&%#$#A{.$8$=+3/A1#-)%#0#+$4$($+#(#8#*$##&#$#*#&$?#A)###&%##AC%;#1#Ae6$A9#&#Ae,DAg%#Ag$A%AY%[#A`$/AU(=A@E4CA]$$C`l$FA1#Ae$#A]$,A6#A.+A[e2%A=At,E#-A%$AV$$Ac)#%#&#<$(#Aq%$=50#A,+<.1_%DA6#$&$$A-#AI)$$$$/#+#A5#A9##%$$($##A0$+#An(#$#&#5`mh)/`R$AXX(`r.A#BAr3p%j&Gp$`)B6#&Am%a%#`g$AX%*,MAs.a$Ab(#Ao%(AfH%#$(&A.%&#AQ&$AT0&AG(Ac*$AS$)AL.A7&AT%#A<2A/#$$-%A7&$$*#AC%A*(#+AD#/$A:,-&$#Af$%$##$)#$#Aw%#%+8$A?$%#A+*%(AL)0#####1$A[$+$%##:#AZ$)##&$#$An(&)$#$>$A[$+$##$Aq$###$)##Al$###$&#(AU),#$AR)$##&#Aj%&$$&#A%-A.)$&+#,)$%A40#$As&##%##Av&*#)##AX$9$*#$#$AS%)%##$#*##AN$%###AS+$.$A:((###:#Axm%QBG2AUo)/%%AvZ$(AA*An:#AE&AS$d&BLH,Acn&A/A%Ah$Az$Aq^(&#*#$#Av)2#@%$#1&+AW,AVZ$C#d%Au_%`4$:Ae/%,IIC*A#&An%%Ah&~&^$,:AiH`=&A8+#1#9(#2AkA*#4$*#$#(Ak$#Az%*Ap+#AC&An.&A~($As(#$#*$(#Ay-*At$*AlIBAw&#Ak&#$-Al$%0A2&,*$1)At%A&/,#AL#9/A1&(/4%#%AM###Ah&$AE0&#;5#=$0#A]$A[$A6AL)#%%$&%&.$*,Ac(/&#An)A5#-#Af&Aw$0%.%A?##&3$/&-A|?AoaD$AoaDA|mY+~%bQ%AcSV%';
