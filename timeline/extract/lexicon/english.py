"""English words that name events; `events` says how the tables are read."""

from __future__ import annotations

VERBS = """
CONSULT participant participant with=participant to=participant: meet dine lunch negotiate renegotiate confer consult
    converse debate parley convene reconvene deliberate chat phone telephone meet_up sit_down huddle mediate liaise
CONSULT participant participant: receive
CONSULT agent participant: summon
AGREE participant participant with=participant to=participant: sign cosign agree reconcile conclude initial ratify
    settle broker finalize finalise compromise
AGREE agent - to=participant: accept approve consent endorse accede assent
SUPPORT agent recipient for=recipient: praise applaud commend hail welcome congratulate thank encourage champion rally
    acclaim sympathize laud salute vouch cheer advocate stand_by underwrite
CONCEDE agent recipient to=recipient: concede release pardon relent apologize apologise free parole amnesty backtrack
    climb_down give_in legalize legalise decriminalize reinstate loosen exempt authorize authorise commute unfreeze
    absolve
TRIAL agent recipient: acquit exonerate exculpate convict sentence indict prosecute charge sue arraign retry
    investigate probe remand cross-examine litigate adjudicate interrogate
COOPERATE participant participant with=participant: cooperate collaborate ally team_up partner join align coordinate
    participate normalize normalise integrate
AID agent recipient to=recipient for=recipient: aid assist rescue evacuate fund finance donate bail_out relieve
    subsidize subsidise save vaccinate shelter resettle compensate supply equip reimburse hospitalize airlift lend
    distribute disburse resuscitate ferry repatriate
RETREAT agent - from=recipient: withdraw retreat flee pull_out surrender pull_back capitulate escape demobilize disarm
    desert abandon evade back_down stand_down disengage de-escalate defect abscond
DEMAND speaker addressee from=addressee: demand request instruct insist command call_on petition
APPEAL speaker addressee to=addressee on=addressee: appeal urge implore beg exhort plead invite recommend suggest
    advise propose beseech entreat call_for remind alert nudge entice counsel
ACCUSE agent recipient against=recipient at=recipient: accuse blame denounce criticize criticise condemn decry deplore
    castigate lambast lambaste slam blast berate rebuke reprimand chide suspect complain allege bash deride mock
    insult smear slander defame vilify excoriate censure scold chastise disparage lash_out hit_out fault impugn impute
    upbraid admonish reproach ridicule
REJECT agent recipient by=agent: reject refuse deny decline dismiss veto rebuff oppose boycott turn_down repudiate
    disavow refute dispute contest overturn repeal revoke annul cancel suspend call_off renege violate breach flout
    defy disobey resist snub renounce rescind overrule abrogate quash rule_out shelve disown strike_down spurn scrap
    postpone abstain invalidate nullify
THREATEN agent recipient: threaten intimidate warn menace taunt provoke bully
PROTEST agent - against=recipient: protest demonstrate march riot rebel revolt walk_out mutiny picket rise_up mob
    chant barricade agitate
ASSAULT agent victim on=victim at=victim against=victim: strike kill murder attack bomb shell shoot stab assassinate
    execute massacre slaughter slay assault rape torture behead lynch gun_down torch burn_down ambush storm destroy
    wound injure shoot_down bombard pound poison strangle maim molest abuse harass mug rob burgle burglarize loot
    pillage vandalize vandalise sabotage punch kick slap hang smash beat_up retaliate fight clash battle brawl
    detonate blow_up exterminate decimate annihilate wipe_out pummel strafe obliterate gas mow_down ram rampage
    decapitate stone pilfer defile desecrate brutalize brutalise manhandle
SANCTION agent recipient on=recipient: sanction fine penalize penalise punish ban blacklist prohibit freeze embargo
    outlaw forbid blockade disqualify expel deregister disbar dissolve debar
MOBILIZE agent - against=recipient: mobilize mobilise deploy amass mass recruit conscript arm rearm patrol muster
    enlist dispatch station redeploy beef_up fortify reinforce line_up embark
COERCE agent recipient: arrest detain seize imprison jail kidnap abduct capture apprehend raid confiscate deport
    extradite evict confine intern besiege search handcuff repress suppress hijack coerce invade annex repel
    incarcerate extort blackmail spy eavesdrop wiretap intercept impound disperse quarantine isolate crack_down
    round_up banish exile displace oust nab collar encircle cordon_off gag silence muzzle hack conquer subdue colonize
    track_down expropriate dispossess subpoena overrun lock_up
SPORT agent recipient against=recipient: beat win defeat lose qualify score draw vanquish outscore trounce thrash
    clinch eliminate compete triumph outplay sprint equalize equalise rout relegate drub knock_out outrun wrestle
STATEMENT speaker addressee to=addressee: say tell state announce declare explain report add confirm reveal assert
    affirm point_out comment reply respond testify admit mention recount inform notify proclaim stress emphasize
    emphasise acknowledge disclose tweet post speak brief remark forecast argue contend promise pledge vow swear
    answer retort quip reiterate repeat underline clarify read_out relate divulge express confess boast quote
    telegraph opine enumerate narrate
APPOINTMENT agent recipient: appoint name nominate install designate promote hire crown swear_in reappoint enthrone
    commission anoint ordain tap succeed replace
RESIGNATION agent -: resign step_down quit abdicate step_aside bow_out
RESIGNATION agent recipient: sack remove depose topple overthrow unseat dethrone reshuffle impeach discharge
BUSINESS agent recipient to=recipient from=recipient: lay_off buy sell acquire purchase invest privatize privatise
    export import borrow resell outsource manufacture relocate buy_out takeover restructure recapitalize liquidate bid
    auction repay franchise divest spin_off cash_in refinance hedge speculate wager
ELECTION agent recipient for=beneficiary against=recipient: elect re-elect reelect vote ballot shortlist
ELECTION agent -: caucus canvass
VISIT agent host in=host at=host to=host: visit travel arrive fly land sail journey trek drop_by stop_over call_in
    fly_in fly_out touch_down
VISIT agent recipient: accompany escort
LEGISLATION agent -: enact legislate adopt promulgate amend abolish decree pass_into nationalize nationalise
    liberalize deregulate codify
BIRTH agent participant to=participant: beget
DEATH victim -: die perish drown succumb pass_away disappear vanish suffocate
CEREMONY agent recipient: bury cremate exhume inter inaugurate celebrate commemorate honor honour award baptize
    baptise bless canonize beatify consecrate decorate knight dedicate toast mourn bestow
DEATH agent victim: euthanize
ACCIDENT victim -: crash collide derail capsize sink explode collapse plunge burst skid stumble veer ditch fall_off
    blow_out run_over
DISASTER - victim: devastate flood ravage inundate engulf batter quake erupt sweep_away contaminate infect pollute
    submerge sicken
PUBLICATION agent -: publish leak broadcast reprint republish unveil upload translate
CEREMONY participant participant with=participant to=participant: marry wed divorce
CULTURE agent -: perform exhibit film premiere sing dance paint rehearse sculpt design photograph
SCIENCE agent -: discover invent clone detect experiment sequence orbit transplant decode dock synthesize excavate
    diagnose
OTHER agent recipient: build rebuild construct create found establish reopen demolish organize organise set_up
    shut_down renovate restart switch_off migrate emigrate immigrate dismantle disconnect delay break_out
?CONSULT participant participant with=participant to=participant: discuss talk
?AGREE participant participant with=participant to=participant: reach
?SUPPORT agent recipient for=recipient: support back defend recognize recognise second uphold
?CONCEDE agent recipient to=recipient: yield ease relax restore waive grant
?COOPERATE participant participant with=participant: unite share
?AID agent recipient to=recipient for=recipient: help treat feed deliver provide give
?RETREAT agent - from=recipient: hide
?DEMAND speaker addressee from=addressee: order require seek claim
?APPEAL speaker addressee to=addressee on=addressee: call ask
?REJECT agent recipient by=agent: block exclude ignore bar
?SANCTION agent recipient on=recipient: restrict curb limit impose ground
?MOBILIZE agent - against=recipient: advance
?COERCE agent recipient: surround monitor trap force compel trace hold chase
?ASSAULT agent victim on=victim at=victim against=victim: hit target fire lob steal crush
?STATEMENT speaker addressee to=addressee: note describe observe predict maintain hint imply concur cite question
    interview assure outline reassure detail recall address
?APPOINTMENT agent recipient: assign elevate transfer
?RESIGNATION agent -: retire
?ELECTION agent -: campaign run stand
?VISIT agent host in=host at=host to=host: tour go return depart head leave come enter drive
?VISIT host agent: host
?LEGISLATION agent -: pass reform regulate
?TRIAL agent recipient: try rule hear
?BIRTH agent participant to=participant: bear conceive
?DEATH victim -: expire starve choke
?ACCIDENT victim -: burn slip
?DISASTER - victim: damage shake
?BUSINESS agent recipient to=recipient from=recipient: merge launch trade float list pay lease spend rent market
?PUBLICATION agent -: print air issue write edit stream record
?CEREMONY agent recipient: mark
?CULTURE agent -: screen compose act stage star direct
?SPORT agent recipient against=recipient: edge play race box
?SCIENCE agent -: test explore identify measure map
?OTHER agent recipient: open close move convert rename send split separate choose select extend plant repair inspect
    raise increase decrease drop rise fall jump soar surge plummet tumble decide change modify revise expand reduce
    cut develop review examine study analyze analyse verify evaluate double triple shift emerge trigger spark resolve
    fix break cross fail survive avoid register apply enrol enroll miss escalate worsen improve switch push pull throw
    drag transform introduce upgrade complete ignite extinguish contain defuse tackle handle adjust slash lower boost
    hike
"""

NOUNS = """
CONSULT participant participant of=participant between=participant with=participant by=participant: meeting summit
    negotiation discussion conference consultation dialogue dialog phone_call convention forum symposium congress
    roundtable seminar encounter tete-a-tete parley deliberation debate mediation get-together webinar workshop
    plenary videoconference teleconference briefing
AGREE participant participant of=participant between=participant with=participant: signing ratification reconciliation
    truce ceasefire cease-fire armistice compromise rapprochement settlement normalization conclusion
AGREE agent - of=agent by=agent: approval acceptance consent assent
SUPPORT agent recipient of=recipient for=recipient from=agent by=agent: endorsement congratulation recognition
    applause solidarity acclaim thank
CONCEDE agent recipient of=recipient by=agent to=recipient: release pardon amnesty concession apology clemency
    reprieve parole authorization legalization restitution waiver
TRIAL agent recipient of=recipient against=recipient by=agent: acquittal exoneration conviction indictment sentence
    lawsuit hearing verdict prosecution investigation arraignment probe ruling complaint retrial inquiry inquest
    judgment judgement court_case interrogation sentencing cross-examination subpoena litigation
COOPERATE participant participant of=participant between=participant with=participant: collaboration joint_venture
AID agent recipient of=recipient to=recipient for=recipient from=agent: rescue relief donation evacuation airlift
    bailout subsidy vaccination shipment airdrop compensation hospitalization resettlement repatriation handout
RETREAT agent - of=agent by=agent from=recipient: withdrawal retreat exodus surrender flight escape pullout pullback
    disarmament capitulation disengagement defection desertion de-escalation
DEMAND speaker addressee by=speaker from=speaker: demand ultimatum petition injunction
APPEAL speaker addressee by=speaker to=addressee from=speaker: appeal invitation recommendation exhortation
ACCUSE agent recipient of=recipient against=recipient by=agent: accusation criticism allegation denunciation
    condemnation rebuke reproach outcry backlash smear insult slander libel
REJECT agent recipient of=recipient by=agent: rejection refusal denial veto boycott cancellation suspension repeal
    dismissal violation postponement disavowal breach annulment abstention revocation snub rebuff
THREATEN agent recipient by=agent against=recipient from=agent to=recipient: warning intimidation provocation
    blackmail
PROTEST agent - by=agent of=agent against=recipient: protest demonstration march riot uprising rally revolt rebellion
    walkout sit-in mutiny unrest insurrection picket vigil stoppage turmoil industrial_action hunger_strike insurgency
    commotion parade
ASSAULT agent victim on=victim against=victim by=agent: strike attack bombing shelling shooting airstrike air_strike
    offensive assault ambush clash battle war fight fighting gunfire incursion massacre retaliation bombardment
    onslaught hostility skirmish missile_strike drone_strike suicide_bombing genocide brawl robbery burglary looting
    theft arson vandalism heist firefight gunfight carnage bloodshed terror_attack mugging holdup counterattack
    counter-offensive counteroffensive beating
SANCTION agent recipient on=recipient against=recipient by=agent of=recipient: sanction embargo fine ban blockade
    punishment prohibition disqualification
MOBILIZE agent - of=agent by=agent: mobilization mobilisation deployment buildup drill patrol conscription
    military_exercise maneuver manoeuvre recruitment reinforcement call-up show_of_force redeployment
COERCE agent recipient of=recipient by=agent: arrest detention seizure kidnapping abduction imprisonment capture raid
    crackdown deportation extradition expulsion eviction siege hijacking invasion annexation confinement coup
    repression house_arrest lockdown curfew cyberattack incarceration quarantine hostage-taking confiscation
    occupation internment putsch manhunt roundup confrontation espionage encirclement standoff
ASSAULT agent victim of=victim by=agent: murder killing assassination rape torture execution stabbing slaying
    beheading homicide destruction harassment lynching poisoning manslaughter hanging slaughter
STATEMENT speaker addressee by=speaker of=speaker from=speaker to=addressee: statement announcement declaration speech
    remark press_conference news_conference press_release interview testimony revelation disclosure address tweet
    confession pledge vow assurance admission explanation confirmation promise press_briefing keynote open_letter
    clarification proclamation prediction
APPOINTMENT agent recipient of=recipient by=agent: appointment nomination inauguration promotion swearing-in hiring
    installation designation coronation succession replacement reappointment enthronement
RESIGNATION agent - of=agent by=agent: resignation abdication departure retirement
RESIGNATION agent recipient of=recipient by=agent: ouster sacking impeachment firing overthrow reshuffle
    no-confidence_vote vote_of_no_confidence toppling
BUSINESS agent recipient of=recipient by=agent: layoff
ELECTION agent recipient of=recipient by=agent: election re-election reelection
ELECTION agent recipient by=agent for=beneficiary of=agent: vote ballot referendum poll primary runoff by-election
    candidacy recount caucus campaign midterm general_election plebiscite landslide
VISIT agent host of=agent by=agent to=host in=host: visit trip arrival tour journey voyage stopover pilgrimage
    expedition excursion cruise
VISIT host agent of=agent by=host: reception welcome
LEGISLATION agent - by=agent: enactment passage adoption reform amendment abolition legislation nationalization
    deregulation promulgation
BIRTH - participant of=participant: birth childbirth
DEATH - victim of=victim: death suicide disappearance demise drowning passing
CEREMONY agent recipient of=recipient by=agent for=recipient: funeral burial cremation ceremony celebration
    commemoration tribute anniversary festivity mass unveiling graduation baptism canonization memorial gala banquet
    oath
DEATH agent victim of=victim: exhumation euthanasia
ACCIDENT - victim of=victim: accident crash collision explosion derailment shipwreck blast collapse sinking
    plane_crash blaze wreck pile-up pileup spill meltdown outage stampede blackout injury capsizing mishap crush
DISASTER - victim of=victim: earthquake flood flooding hurricane storm tsunami tornado wildfire eruption drought
    famine epidemic pandemic outbreak heatwave avalanche disaster typhoon cyclone quake aftershock mudslide heat_wave
    catastrophe blizzard contamination pollution downpour flash_flood forest_fire volcanic_eruption bushfire
BUSINESS agent recipient of=recipient by=agent to=recipient from=recipient: acquisition purchase merger takeover
    investment bankruptcy buyout privatization export delivery rollout auction restructuring transaction liquidation
    recall offering divestment sell-off payment flotation outsourcing shutdown closure
PUBLICATION agent - by=agent: publication leak broadcast printing
CEREMONY participant participant of=participant between=participant with=participant to=participant: wedding marriage
    divorce
CULTURE agent - by=agent: concert exhibition premiere festival screening recital biennale
SPORT agent recipient of=agent by=agent over=recipient against=recipient: victory defeat match final championship
    tournament win semifinal semi-final quarterfinal qualification playoff comeback transfer bout friendly marathon
SCIENCE agent - by=agent: discovery experiment liftoff takeoff test invention transplant detection landing spacewalk
    sequencing excavation breakthrough launching exploration
OTHER agent recipient by=agent: construction creation reconstruction founding demolition reopening incident migration
    reunion attempt establishment crossing relocation renovation rebuilding handover scandal standstill shake-up
    inspection
?CONSULT participant participant of=participant between=participant with=participant by=participant: talk session call
    gathering assembly
?AGREE participant participant of=participant between=participant with=participant: agreement deal treaty pact accord
    consensus
?SUPPORT agent recipient of=recipient for=recipient from=agent by=agent: support praise backing
?CONCEDE agent recipient of=recipient by=agent to=recipient: easing relaxation
?COOPERATE participant participant of=participant between=participant with=participant: cooperation alliance
    partnership coalition
?AID agent recipient of=recipient to=recipient for=recipient from=agent: aid help assistance grant loan funding
?DEMAND speaker addressee by=speaker from=speaker: request order claim requirement
?APPEAL speaker addressee by=speaker to=addressee from=speaker: plea proposal suggestion
?REJECT agent recipient of=recipient by=agent: opposition
?THREATEN agent recipient by=agent against=recipient from=agent to=recipient: threat
?SANCTION agent recipient on=recipient against=recipient by=agent of=recipient: penalty freeze restriction tariff curb
    exclusion
?COERCE agent recipient of=recipient by=agent: search surveillance hack
?ASSAULT agent victim on=victim against=victim by=agent: violence conflict
?ASSAULT agent victim of=victim by=agent: abuse
?STATEMENT speaker addressee by=speaker of=speaker from=speaker to=addressee: comment response reaction reply
?APPOINTMENT agent recipient of=recipient by=agent: selection
?RESIGNATION agent recipient of=recipient by=agent: removal
?VISIT agent host of=agent by=agent to=host in=host: return stay
?LEGISLATION agent - by=agent: law bill decree executive_order ordinance resolution moratorium directive
?TRIAL agent recipient of=recipient against=recipient by=agent: trial charge
?ACCIDENT - victim of=victim: fire breakdown fall
?BUSINESS agent recipient of=recipient by=agent to=recipient from=recipient: sale launch bid default
?PUBLICATION agent - by=agent: report book article survey study column editorial newsletter documentary
?CEREMONY agent recipient of=recipient by=agent for=recipient: award engagement dinner
?CULTURE agent - by=agent: performance show film album play opera song novel
?SPORT agent recipient of=agent by=agent over=recipient against=recipient: game race cup draw contest
?OTHER agent recipient by=agent: opening closing crisis operation mission dispute decision increase decrease rise drop
    cut change plan expansion development reduction move measure action effort upgrade step escalation improvement
    extension delay failure tension review evaluation analysis
"""

IDIOMS = """
CONSULT participant participant with=participant: hold+talk have+talk
AGREE participant participant with=participant: reach+agreement reach+deal strike+deal shake+hand cut+deal
    reach+compromise
SUPPORT agent recipient to=recipient for=recipient: lend+support offer+condolence voice+support pay+tribute take+side
    express+support throw+weight
CONCEDE agent recipient to=recipient: make+concession offer+apology grant+clemency set+free
COOPERATE participant participant with=participant: join+force make+cause
AID agent recipient to=recipient: lend+hand give+refuge grant+asylum offer+asylum come+aid come+rescue provide+shelter
RETREAT agent -: lay+arm lay+weapon take+refuge take+flight seek+refuge seek+asylum raise+flag
DEMAND speaker addressee from=addressee: issue+ultimatum demand+ransom
APPEAL speaker addressee to=addressee: make+appeal issue+call sound+alarm
ACCUSE agent recipient against=recipient: point+finger lay+blame take+aim level+accusation
REJECT agent recipient: cut+tie sever+tie break+tie put+end put+stop close+door cast+veto
THREATEN agent recipient: issue+threat make+threat issue+warning sound+warning
PROTEST agent - against=recipient: go+strike take+street hit+street stage+walkout hold+vigil
SANCTION agent recipient on=recipient: impose+sanction impose+fine slap+sanction levy+fine
MOBILIZE agent -: take+arm send+troop put+alert call+reservist
COERCE agent recipient: take+hostage hold+hostage take+custody take+prisoner seize+power take+power take+control
    declare+siege lay+siege seize+control
ASSAULT agent victim on=victim: open+fire set+fire set+ablaze take+life declare+war wage+war launch+attack lay+waste
    go+offensive put+death
STATEMENT speaker addressee to=addressee: take+floor break+silence shed+light make+remark give+account take+stage
APPOINTMENT recipient -: take+office assume+office take+helm take+oath take+reins take+post
RESIGNATION agent -: leave+office quit+post hand+resignation tender+resignation submit+resignation leave+post
RESIGNATION agent recipient: remove+office show+door strip+title
ELECTION agent -: cast+ballot go+poll run+office cast+vote
VISIT agent host to=host: pay+visit make+trip set+foot set+sail
LEGISLATION agent -: take+effect come+effect come+force enter+force go+effect pass+law sign+law
TRIAL agent recipient against=recipient: file+lawsuit press+charge bring+charge file+charge file+suit file+complaint
    launch+probe open+investigation find+guilty take+court file+appeal
TRIAL recipient -: plead+guilty stand+trial appear+court face+trial face+charge go+trial
BIRTH agent participant to=participant: give+birth
DEATH victim -: lose+life meet+death
ACCIDENT victim -: catch+fire run+aground lose+control
BUSINESS agent recipient: file+bankruptcy go+public go+bankrupt raise+fund take+stake place+order
PUBLICATION agent -: make+public go+live
CEREMONY agent recipient: cut+ribbon tie+knot observe+minute lay+wreath
SPORT agent recipient: take+gold score+goal win+title break+record take+lead set+record
SCIENCE agent -: make+discovery
OTHER agent -: break+ground take+measure take+action make+decision take+step
"""
