// Joining_Type, Unicode 17.0.0. Made by scripts/unicode/generate.mjs: do not edit.
// Data: Copyright 1991-2025 Unicode, Inc., Unicode License v3.

export const U = 0;
export const C = 1;
export const D = 2;
export const L = 3;
export const R = 4;
export const T = 5;
export const runs =
  'AY&a)Aj0Aw$Af)*AY)A3###$#$##AN.##%a%#d(B###(&0a$*B$u)n#CBc(a#%p%5A,#$,####$$B#g)C)$$#&CKc%$#2a)a(#c%F&#,#####$#]b#Bk%%2$&##$%$)`,k)<`&JGa$$B;&#,#%#(5a(e%$##-##%c)d#a%#&#a(B$F6c$a%b#(a(#Hi)Kc(a##C$)#2Bx)#A%A=###&+&#%*-$@#A@#&&+#7$=#$$A?#&$&$$%%#A#$%#.$A?#&(#$&#7$9)##A@#$##&+#*$.$A##AC#/#A8#%#A=##%(%#&*$.$@#A@#$#)#($7$?$A?$&&+#7$@#AN#*%##Aa$#$*/+Ai$#$,.*AO$>#####A=1#(#$(.#A*,#Am$&#)#$$$<$&%3&0#$$)#2#A}2%Ab8%@$A#$A#$AF$#*+#$.,#A/B$a$c)B#3~%`$/C`(##`|$D&$,#)%AZ($$#A@##*####$+)-$#A6A4$/7&A6##(##(#A.,/$A%&$$#%A>##$%##%A@+$$Ar%%#0#*&#)#%$As&AFA}.##a$C[(A7(()Ag$A&Akh$%Ag%#Ag$A%Ao/&Ar$$Aoy2&#-A%$AV$$Ac)#%#&#<$(#6~%8a&`W$b)=50#A,+<.A4%A6#$&$$A-#AI)$$$$/#+#A5#A9##%$$($##A0$+#An(#$#&#Aw~-#Ar3333A|&#Ay(%As.#Ab(#Ao%(AfH%#$(&A.%&#AY%e%a(B##$$a&Fd%B(B%#b##b)Ed%a(`j%BB#%%#$##$##X&C`w*a&`&a(#d)~#G(Ac*$8a(b%B$A8f)A6Da(4Bk)Da({#EC/d)~#0B#$c(BBC$#$B#C#EBBa&~#;a)A<2A/#$$-%A7&$$*#AC%A*(#+AD#/$A:,-&$#Af$%$##$)#$#Aw%#%+8$A?$%#A+*%(AL)0#####1$A[$+$%##:#AZ$)##&$#$An(&)$#$>$A[$+$##$Aq$###$)##Al$###$&#(AU),#$AR)$##&#Aj%&$$&#A%-A.)$&+#,)$%A40#$As&##%##Av&*#)##AX$9$*#$#$AS%)%##$#*##AN$%###AS+$.$A:((###:#Axm%4)2AUo)/%%AvZ$(AA*An:#AE&AW$#Aup-$#&Au_%A4$:Ae/%,3$*A#&An%%A`OA=&A8+#1#9(#2AkA*#4$*#$#(Ak$#Az%*Ap+#AC&An.&A~($As(#$#*$(#Ay-*A/~%JI`uZq,#A#Ag$AY%Ap(AcwW%';
