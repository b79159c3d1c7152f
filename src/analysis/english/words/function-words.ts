// Little words of English, by what they do beside a name. Written for this project.

/** Prepositions: what follows is no subject. */
export const prepositions =
  'in|on|at|from|with|for|by|after|before|during|since|until|till|through|across|against|among|amid|between|behind|beside|besides|beyond|near|outside|inside|around|over|under|above|below|about|despite|without|within|toward|towards|upon|via|per|following|regarding|like|unlike|off|onto|into|along|to|of|as|than';

/** Conjunctions, auxiliaries, adverbs: no name and no subject holds one. */
export const stops =
  'and|or|but|nor|yet|so|if|when|while|where|whether|because|although|though|unless|once|which|who|whom|whose|that|what|how|why|is|are|was|were|be|been|being|am|has|have|had|having|do|does|did|will|would|can|could|shall|should|may|might|must|not|also|later|then|still|only|just|even|ever|never|always|often|sometimes|already|again|earlier|recently|previously|repeatedly|immediately|quickly|finally|eventually|however|meanwhile|moreover|instead|today|yesterday|tomorrow|tonight|now|here|there|very|too|more|most|less|least|much|out|up|down|back|away|ago|no|yes';

/** Words for the speaker. */
export const pronouns = 'he|she|they|it|we|i|you';

/** Words that open a sentence before its subject. */
export const openers =
  'but|yet|and|so|then|still|however|later|meanwhile|also|moreover|instead|finally|earlier|nevertheless|nonetheless|afterwards|separately|in turn|for example|for his part|for her part|in response|at the time|in addition|even so|of course|in fact';

/** Many people, or nobody in particular. */
export const plurals =
  'residents|officials|experts|economists|analysts|witnesses|critics|supporters|opponents|protesters|activists|diplomats|scientists|researchers|archaeologists|historians|doctors|lawyers|prosecutors|police|authorities|investigators|inspectors|lawmakers|sources|people|neighbors|neighbours|workers|teachers|parents|students|fans|organizers|organisers|campaigners|observers|rebels|soldiers|survivors|villagers|farmers|families|others|some|many|everyone|nobody|both';

/** Forms of address and rank before a name. */
export const titles =
  'Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Rev|Father|Sister|Sheikh|Imam|Rabbi|Sen|Rep|Gov|Hon|Professor|Captain|General|Colonel|Major|Lieutenant|Sergeant|Admiral|Commander|Judge|Justice|Senator|Congressman|Congresswoman|Governor|Mayor|President|Prime Minister|Chancellor|Secretary|Ambassador|Chief|Prince|Princess|King|Queen|Pope|Bishop|Archbishop|Cardinal|Ayatollah|Hajj|Saint|Detective|Inspector|Constable|Officer|Deputy|Coach|Captain|Vice President|Foreign Minister|Minister|Crown Prince|Emir|Sultan|Maulana';
