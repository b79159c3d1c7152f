// English phrases that report speech. Written for this project.

/** Verbs that lead to words in marks, behind a colon or to a clause. */
export const says =
  'said|says|say|saying|had said|added|adds|adding|told|tells|telling|asked|asks|asking|replied|replies|replying|wrote|writes|writing|explained|explains|explaining|noted|notes|noting|warned|warns|warning|insisted|insists|insisting|declared|declares|declaring|recalled|recalls|recalling|argued|argues|arguing|announced|announces|announcing|stated|states|stating|remarked|remarks|answered|answers|answering|continued|continues|concluded|concludes|admitted|admits|admitting|acknowledged|acknowledges|acknowledging|claimed|claims|claiming|confirmed|confirms|confirming|stressed|stresses|stressing|emphasized|emphasised|emphasizes|testified|testifies|testifying|tweeted|posted|joked|jokes|shouted|shouts|whispered|cried|quipped|cautioned|cautions|cautioning|complained|complains|complaining|vowed|vows|vowing|promised|promises|promising|pledged|pledges|pledging|suggested|suggests|suggesting|conceded|concedes|conceding|alleged|alleges|alleging|asserted|asserts|asserting|contended|contends|contending|pointed out|points out|pointing out|predicted|predicts|predicting|observed|lamented|laments|boasted|responded|responds|commented|comments|reiterated|reiterates|recounted|recounts|revealed|reveals|described|called|urged|reported|reports|maintained|maintains|mused|laughed|chimed in|went on|interjected|hailed it as';

/** Verbs that lead to a clause only. */
export const reports =
  'denied|denies|denying|believes|believe|believed|thinks|think|thought|hopes|hope|hoped|fears|feared|estimates|estimated|expects|expected|found|finds|agreed|agrees|doubts|doubted|ruled|indicated|indicates|signaled|signalled|understands|fear|estimate';

/** According to somebody. */
export const according = 'according to|in the words of';
