"""English words that say how an event is told; `words` has the questions that the tables answer."""

from __future__ import annotations

STATIVE = """
be have seem appear remain stay become contain count concern mean allow must can may might shall should want know
locate constitute represent belong comprise consist wish hope like love think believe consider resemble exist cost
measure weigh last correspond depend result imply need require tend possess own own hold_a carry include feature find
benefit enjoy suffer_from fear prefer hate suffice matter interest please lack deserve ignore doubt remember recall
suppose imagine judge reflect illustrate symbolize characterize define name_so call_so do make let give put take keep
go come see look watch hear feel perceive live reside work occupy exercise lead run manage administer employ share
compose surround separate connect border house cover extend exceed equal vary differ distinguish mark play serve use
harm contribute favor favour hinder prevent oblige stem date rely base embody await expect respect maintain retain
preserve prove fail dare aspire admire appreciate regret rejoice worry reassure surprise disappoint satisfy seduce
fascinate notice observe study seek try improve facilitate complicate simplify adapt treat grow age shine sleep eat
drink smoke read sit stand lie get help need want involve cause lead_to range face struggle focus aim concentrate
affect rise fall increase decrease boost ease worsen strengthen weaken remain owe understand realize realise
"""

ASPECT = """
begin start continue cease stop finish try attempt go come keep resume persist strive manage succeed fail tend happen
seem appear dare help let get have be proceed rush used need want
"""

OCCURRENCE = """
take_place occur happen break_out erupt follow precede begin start end open close last continue unfold come go_ahead
be_held go_on
"""

SUPPORT = """
make carry_out conduct launch perform commit perpetrate organise organize hold undertake order commission trigger
impose inflict decree deliver execute give pronounce stage wage mount open pay lead prepare celebrate claim take
host do
"""

UNDERGOING = "suffer undergo sustain incur endure face see"

HOLDING = """
holding organisation organization launch execution conduct preparation series wave number start beginning end opening
closing resumption continuation string round spate
"""

SAYING = """
say: say state declare affirm announce indicate specify explain report add confirm reveal estimate assure stress
say: underline tell recount testify signal mention note observe remind remark claim maintain assert repeat answer reply
say: insist write publish cite quote admit acknowledge concede warn inform disclose comment conclude argue allege
say: contend suggest_that show describe detail tweet post find learn hear accuse complain predict
deny: deny dispute refute reject_that contest rebut
ask: ask demand request urge call call_on call_for invite beg order tell_to recommend advise propose suggest press
ask: implore plead appeal want_to encourage seek push
plan: plan intend expect schedule prepare threaten decide aim consider mull set
promise: promise pledge vow commit swear agree undertake offer
think: think believe suspect suppose presume imagine fear hope wish doubt want
"""

MODAL = """
possible: seem appear risk
planned: plan intend want wish hope expect aim go
"""

NOUN_MOOD = """
requested: call demand request plea petition appeal ultimatum
planned: plan project announcement promise pledge preparation proposal prospect intention bid
possible: risk possibility threat fear hypothesis likelihood suspicion attempt
hypothetical: case absence refusal
"""

PLANNED = "planned plan scheduled schedule upcoming next expected expect future forthcoming imminent due proposed propose"

POSSIBLY = "perhaps maybe possibly probably likely presumably potentially"

HEARSAY = "reportedly allegedly purportedly supposedly apparently"

ACCORDING = "according_to per"

COMMENT = """
comment respond reply react answer speak discuss elaborate talk statement response confirm say detail question
"""

DECLINING = "decline refuse"

DOCUMENT = """
report statement study survey poll inquiry document source information article dispatch media press cable letter text
ruling bulletin figure analysis audit book account testimony file filing memo
"""

HONORIFIC = "mr mrs ms miss dr sir lord lady dame prof rev"

TITLE = """
sailor pirate patient volunteer villager miner baby toddler infant nurse pensioner tenant pilgrim skier hiker diver
hunter shepherd mediator national fan voter
minister president premier chancellor spokesman spokeswoman spokesperson ambassador envoy general colonel captain
commander lieutenant admiral marshal sergeant soldier officer policeman policewoman detective sheriff inspector
commissioner prefect mayor deputy lawmaker senator congressman congresswoman councillor councilor governor king queen
prince princess emir sultan pope bishop cardinal imam priest rabbi pastor chief chairman chairwoman chair leader
director boss ceo executive secretary official negotiator representative delegate diplomat consul prosecutor judge
magistrate attorney lawyer solicitor barrister professor teacher researcher scientist physician doctor nurse surgeon
economist analyst expert specialist historian journalist reporter editor writer author poet novelist actor actress
comedian filmmaker singer musician composer artist painter sculptor architect engineer entrepreneur businessman
businesswoman industrialist banker trader shareholder founder co-founder heir coach manager player footballer cyclist
runner athlete swimmer pilot driver champion referee goalkeeper striker defender candidate contender opponent activist
campaigner dissident vice-president astronaut cosmonaut worker employee farmer fisherman shopkeeper firefighter
rescuer climber guide winner laureate widow widower wife husband brother sister father mother son daughter cousin
uncle aunt nephew presenter host producer publisher columnist blogger fugitive monarch dictator successor predecessor
counterpart colleague associate aide adviser advisor assistant student pupil treasurer dean rector member mp
"""

EPITHET = """
man woman billionaire millionaire owner suspect accused defendant convict detainee inmate victim pensioner teenager
child boy girl youth individual person attacker killer murderer gunman assailant bomber terrorist thief robber burglar
kidnapper hostage survivor resident neighbour neighbor witness passer-by passenger motorist biker tourist tycoon star
idol celebrity figure deceased
"""

GROUP = """
organisation: government ministry parliament senate assembly congress house council court tribunal police army navy
organisation: force customs municipality region department commission committee agency authority institute university
organisation: school hospital laboratory museum library company corporation firm group carmaker manufacturer bank
organisation: insurer subsidiary multinational plant party coalition movement union federation confederation
organisation: association ngo charity foundation organisation organization club team league orchestra channel
organisation: newspaper daily weekly magazine outlet broadcaster site newsroom publisher church diocese embassy
organisation: consulate presidency administration regime opposition majority executive startup supplier operator
organisation: distributor network consortium cabinet office
armed_group: militia guerrilla rebel insurgent jihadist islamist fighter troop brigade battalion regiment commando gang
armed_group: cartel mafia separatist
group: authority source official population people crowd protester demonstrator supporter voter citizen refugee migrant
group: civilian victim hostage prisoner family relative worker employee staff striker crew passenger tourist traveller
group: traveler student pupil teacher farmer fisherman shopkeeper driver journalist reporter expert observer analyst
group: scientist researcher lawyer magistrate doctor rescuer firefighter officer soldier guard agent man woman child
group: person member lawmaker senator minister leader delegate delegation representative negotiator diplomat investor
group: shareholder creditor market consumer customer user resident neighbour neighbor witness community minority tribe
group: clan christian muslim jew jury collective attacker assailant terrorist suspect thief troops
"""

GOVERNMENT = "government regime administration"

PRONOUN = """
m+single+person: he him himself his
f+single+person: she her herself
-+plural+any: they them themselves their
"""

PAIR = """
person: man woman leader president minister politician rival
state: country nation state neighbour neighbor power
side: side party camp
"""

PLACE_IN_PAIR = """
first: former
last: latter
"""

TWO = "two both"

OTHERS = "others"

PREDICATE = """
die: dead
"""

FIRST_PERSON = "i me myself"

CANCELLING = "cancel scrap abandon"
