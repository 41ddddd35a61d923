"""French words that name events; `events` says how the tables are read."""

from __future__ import annotations

VERBS = """
BUSINESS agent recipient: embaucher
CONSULT participant participant avec=participant à=participant: rencontrer se_rencontrer dialoguer discuter consulter
    se_concerter parlementer converser contacter recontacter téléphoner bavarder dîner déjeuner se_consulter trinquer
    négocier renégocier se_entretenir conférer se_réunir réunir débattre se_revoir délibérer se_asseoir
CONSULT agent participant à=host: convoquer
AGREE participant participant avec=participant: signer cosigner parapher se_accorder sceller pactiser contresigner
    convenir conclure se_entendre ratifier se_réconcilier réconcilier transiger
AGREE agent - avec=participant: accepter approuver entériner avaliser acquiescer agréer consentir
SUPPORT agent recipient à=recipient pour=recipient: féliciter se_féliciter saluer acclamer plébisciter cautionner
    parrainer complimenter se_solidariser endosser prôner plaider militer épauler réconforter vanter soutenir appuyer
    encourager se_rallier rallier applaudir remercier adhérer
CONCEDE agent recipient à=recipient: relâcher pardonner capituler se_excuser restituer autoriser réhabiliter légaliser
    dépénaliser desserrer régulariser reculer se_incliner concéder libérer assouplir alléger gracier amnistier
    absoudre rétrocéder affranchir élargir déclassifier obtempérer se_plier
TRIAL agent recipient à=recipient contre=recipient: relaxer innocenter disculper acquitter inculper
    auditionner enquêter investiguer élucider rejuger instruire
COOPERATE participant participant avec=participant à=participant: collaborer se_coaliser se_rapprocher coopérer
    se_allier se_associer se_unir se_joindre coproduire jumeler se_fédérer
AID agent recipient à=recipient: aider assister sauver évacuer soigner ravitailler subventionner indemniser parachuter
    vacciner renflouer approvisionner allouer débloquer dépanner repêcher réanimer rescaper hospitaliser secourir
    financer héberger dédommager recueillir octroyer reloger opérer exonérer subvenir rapatrier
RETREAT agent - de=recipient: se_retirer démobiliser désarmer se_exiler se_échapper se_évader décamper déserter
    rebrousser se_démobiliser se_désister se_replier se_désengager fuir se_enfuir se_réfugier démanteler retirer
DEMAND speaker addressee à=addressee de=addressee auprès=addressee: réclamer revendiquer sommer intimer solliciter
    demander exiger enjoindre requérir prescrire contraindre
APPEAL speaker addressee à=addressee auprès=addressee: exhorter implorer conjurer adjurer inviter inciter recommander
    préconiser proposer se_adresser alerter sensibiliser supplier suggérer prier convier
ACCUSE agent recipient contre=recipient à=recipient: condamner accuser critiquer reprocher incriminer imputer soupçonner
    suspecter se_indigner déplorer désapprouver réprouver vilipender conspuer stigmatiser épingler étriller tacler
    railler diffamer insulter rabrouer sermonner réprimander admonester invectiver éreinter se_moquer polémiquer huer
    siffler dénoncer blâmer fustiger tancer se_plaindre se_insurger calomnier injurier vitupérer
PROTEST agent - contre=recipient: protester manifester défiler se_rebeller se_révolter se_mutiner pétitionner scander
    barricader se_enchaîner jeûner se_soulever débrayer bloquer
REJECT agent recipient à=recipient: refuser repousser décliner contester récuser réfuter se_opposer désavouer débouter
    boycotter bouder dédaigner rembarrer snober retoquer censurer ajourner transgresser bafouer invalider révoquer
    annuler blackbouler recaler se_refuser infirmer se_désolidariser rejeter démentir nier renvoyer éconduire rompre
    dénier désobéir se_abstenir enfreindre abroger suspendre se_dissocier se_distancier
THREATEN agent recipient: intimider narguer terroriser menacer avertir
SANCTION agent recipient contre=recipient à=recipient: sanctionner pénaliser surtaxer verbaliser prohiber rationner
    réglementer punir interdire bannir proscrire geler dissoudre restreindre radier déchoir interrompre disqualifier
MOBILIZE agent - contre=recipient: mobiliser se_mobiliser patrouiller stationner armer réarmer enrôler recruter
    dépêcher acheminer positionner appareiller se_entraîner déployer se_déployer se_masser
COERCE agent recipient: arrêter interpeller expulser emprisonner séquestrer kidnapper capturer appréhender
    perquisitionner confisquer confiner assigner réprimer refouler déporter extrader menotter écrouer interner
    encercler enfermer embastiller boucler intercepter inspecter fouiller bâillonner espionner embarquer pirater
    rafler coffrer extorquer racketter rançonner traquer disperser annexer coloniser ficher se_emparer dépouiller
    pister cerner incarcérer détenir reconduire assiéger déloger museler exproprier évincer piéger cueillir
    pourchasser envahir asservir spolier
ASSAULT agent victim sur=victim contre=victim: tuer assassiner attaquer bombarder pilonner exécuter massacrer frapper
    agresser poignarder violer torturer décapiter fusiller mitrailler exterminer empoisonner dynamiter blesser
    éliminer tirer lyncher molester rouer gifler gazer canonner torpiller saboter piller vandaliser cambrioler braquer
    dévaliser raser éventrer étrangler lapider mutiler brutaliser bousculer riposter neutraliser liquider décimer
    immoler se_immoler embusquer se_attaquer défenestrer faucher maltraiter matraquer profaner dérober cribler abuser
    bastonner contre-attaquer se_affronter se_heurter abattre égorger incendier détruire assaillir tabasser saccager
    pendre harceler malmener se_battre combattre conquérir reprendre anéantir lacérer fracasser crucifier guerroyer
STATEMENT speaker addressee à=addressee: déclarer affirmer indiquer préciser expliquer rapporter ajouter confirmer
    assurer souligner commenter répliquer rétorquer avouer mentionner évoquer raconter relater informer proclamer
    clamer communiquer jurer twitter se_exprimer se_exclamer attester prophétiser pronostiquer dévoiler divulguer
    se_expliquer se_confesser questionner interviewer divaguer haranguer plaisanter réaffirmer relativiser stipuler
    narrer claironner se_vanter se_étonner dire annoncer révéler réagir répondre admettre notifier marteler lancer
    promettre se_prononcer prétendre alléguer arguer certifier prédire présager confier se_justifier vociférer
    interroger discourir énoncer réitérer nuancer spécifier redire ressasser se_engager se_réjouir
APPOINTMENT agent recipient: choisir nommer introniser muter renommer titulariser affecter coopter sacrer couronner
    adouber propulser missionner mandater accréditer débaucher promouvoir rétablir remplacer anoblir
APPOINTMENT recipient -: se_installer
RESIGNATION agent -: démissionner abdiquer quitter se_démettre
RESIGNATION agent recipient: destituer virer détrôner renverser débarquer limoger congédier démettre remanier
BUSINESS agent recipient à=recipient avec=recipient: licencier commercialiser fusionner privatiser exporter
    délocaliser fabriquer facturer rembourser emprunter franchiser recapitaliser restructurer externaliser se_endetter
    industrialiser spéculer sponsoriser débourser provisionner filialiser mécaniser encaisser empocher troquer
    soumissionner sous-traiter acheter racheter vendre revendre acquérir se_introduire rémunérer breveter parier
    concurrencer hypothéquer
ELECTION agent recipient pour=beneficiary contre=recipient: voter revoter présélectionner scrutiner élire réélire
    départager
ELECTION agent -: se_présenter candidater se_représenter briguer
VISIT agent host à=host en=host chez=host: visiter arriver séjourner se_envoler sillonner regagner décoller pèleriner
    se_rendre voyager se_déplacer atterrir repartir parcourir
VISIT agent recipient: raccompagner escorter
LEGISLATION agent -: promulguer amender réformer statuer nationaliser instaurer instituer constitutionnaliser
    déréguler édicter libéraliser légiférer décréter abolir codifier
TRIAL recipient -: écoper comparaître purger
TRIAL agent - contre=recipient: ester se_pourvoir
BIRTH agent participant de=participant: accoucher enfanter
DEATH victim -: succomber se_suicider agoniser se_tuer suffoquer mourir décéder périr trépasser se_noyer disparaître
    se_éteindre
CEREMONY agent recipient à=recipient: enterrer inhumer exhumer incinérer inaugurer commémorer décorer fêter baptiser
    canoniser récompenser célébrer bénir béatifier se_recueillir remettre dédier communier
DEATH agent victim: euthanasier
ACCIDENT victim - avec=victim contre=victim: dérailler chavirer se_écraser sombrer percuter heurter se_blesser capoter
    se_renverser se_crasher chuter dégringoler déraper télescoper se_percuter trébucher crasher se_écrouler écraser
    électrocuter intoxiquer se_échouer ensevelir noyer
ACCIDENT - -: exploser se_embraser se_effondrer imploser
DISASTER - victim: dévaster inonder secouer sinistrer contaminer infecter dévaler déferler polluer affamer ravager
    submerger engloutir endommager
PUBLICATION agent -: éditer diffuser rééditer imprimer numériser publier republier relayer retransmettre rédiger
    préfacer
CEREMONY participant participant avec=participant: épouser se_pacser se_marier marier divorcer se_fiancer
CULTURE agent -: chanter sculpter danser filmer concerter dessiner peindre dédicacer photographier
SPORT agent recipient contre=recipient: gagner remporter triompher disputer égaliser dribbler sprinter relaisser
    battre vaincre se_qualifier qualifier terrasser surclasser concourir se_adjuger
SPORT participant participant contre=participant avec=participant: affronter rivaliser
SCIENCE agent -: inventer expérimenter tester démontrer détecter cloner synthétiser explorer forer modéliser orbiter
    satelliser amarrer déchiffrer greffer transplanter découvrir séquencer alunir amerrir cartographier disséquer
    guérir
OTHER agent recipient: fonder rénover organiser fermer installer réorganiser rebaptiser se_séparer scinder orchestrer
    sélectionner programmer reporter moderniser éclater se_déclencher clôturer hisser planter replanter migrer émigrer
    immigrer redémarrer déminer restaurer réparer se_infiltrer infiltrer créer construire bâtir reconstruire démolir
    rouvrir ouvrir déménager emménager envoyer expédier convertir se_convertir proroger agrandir relancer
    survivre dissiper
CONSULT participant participant: recevoir
APPOINTMENT recipient recipient à=recipient: succéder
CONSULT participant participant: accueillir
BIRTH participant -: naître renaître
?OTHER agent recipient: transférer
?REJECT agent recipient à=recipient: opposer écarter résister exclure balayer défier
?STATEMENT speaker addressee à=addressee: témoigner regretter garantir aviser insister murmurer poster constater noter
    observer résumer exposer détailler répéter débiter crier énumérer
?APPOINTMENT agent recipient: désigner investir engager
?TRIAL agent recipient à=recipient contre=recipient: juger poursuivre traduire entendre
?BIRTH agent participant de=participant: engendrer
?BUSINESS agent recipient à=recipient avec=recipient: importer absorber implanter miser épargner dépenser coter
    produire payer placer
?CONSULT participant participant avec=participant à=participant: renouer échanger correspondre
?SUPPORT agent recipient à=recipient pour=recipient: défendre reconnaître
?CONCEDE agent recipient à=recipient: céder lever
?COOPERATE participant participant avec=participant à=participant: participer coordonner mutualiser associer rejoindre
    partager intégrer
?AID agent recipient à=recipient: distribuer livrer équiper abriter prêter doter accorder verser nourrir soulager
    offrir
?RETREAT agent - de=recipient: abandonner renoncer
?DEMAND speaker addressee à=addressee de=addressee auprès=addressee: ordonner commander
?APPEAL speaker addressee à=addressee auprès=addressee: invoquer conseiller appeler rappeler
?ACCUSE agent recipient contre=recipient à=recipient: attribuer taxer traiter moquer ironiser
?THREATEN agent recipient: provoquer prévenir brandir
?PROTEST agent - contre=recipient: occuper
?SANCTION agent recipient contre=recipient à=recipient: limiter priver
?MOBILIZE agent - contre=recipient: progresser concentrer masser renforcer converger
?COERCE agent recipient: contrôler surveiller enlever saisir
?ASSAULT agent victim sur=victim contre=victim: cibler viser étouffer voler dégrader pénétrer charger foncer
?VISIT agent host à=host en=host chez=host: retourner rentrer traverser fréquenter venir revenir partir aller
?VISIT agent recipient: accompagner
?LEGISLATION agent -: adopter
?DEATH victim -: expirer
?ACCIDENT - -: brûler
?DISASTER - victim: emporter trembler déborder
?PUBLICATION agent -: enregistrer écrire
?CEREMONY agent recipient à=recipient: honorer primer distinguer consacrer
?CULTURE agent -: tourner jouer composer réaliser adapter incarner interpréter projeter
?SPORT agent recipient contre=recipient: se_imposer dominer marquer accrocher perdre courir défaire
?SCIENCE agent -: mesurer calculer isoler prouver identifier
?OTHER agent -: transformer diviser séparer déposer échouer décider trancher opter fixer retarder anticiper diminuer
    augmenter hausser abaisser baisser doubler tripler grimper flamber stagner fluctuer stopper tomber monter analyser
    examiner évaluer valider réviser retrouver échapper éviter déclencher perturber paralyser enflammer se_embourber
    basculer se_fermer monopoliser sécuriser entrer pousser raviver apaiser entamer instrumentaliser acter recenser
    dénombrer comptabiliser chiffrer maîtriser couper rallumer allumer immatriculer prolonger corriger achever
    inventorier aménager remodeler transmettre réussir parvenir se_inscrire bénéficier planifier étendre réduire
    relever bondir plonger descendre étudier vérifier revoir modifier dégénérer rebondir resurgir émerger apparaître
    surgir se_ouvrir se_achever se_interrompre débarrasser sortir franchir jeter dévier résoudre régler clore
    clarifier amorcer initier rectifier éteindre circonscrire désamorcer inscrire avancer
"""

NOUNS = """
?SPORT agent recipient de=agent contre=recipient sur=recipient: victoire défaite
?BUSINESS agent recipient de=recipient par=agent: suppression
CONSULT participant participant de=participant avec=participant entre=participant à=participant: rencontre réunion
    entretien sommet négociation pourparler consultation concertation conférence tête-à-tête colloque séminaire
    symposium congrès assise table_ronde visioconférence conciliabule entrevue plénière tractation convention
    délibération audience audioconférence rendez-vous face-à-face briefing conclave
AGREE participant participant de=participant avec=participant entre=participant: signature ratification conclusion
    réconciliation rapprochement trêve armistice cessez-le-feu entente compromis adhésion paraphe normalisation
AGREE agent - de=agent par=agent: approbation acceptation entérinement
SUPPORT agent recipient de=agent à=recipient pour=recipient: ralliement plébiscite félicitation ovation remerciement
    acclamation
CONCEDE agent recipient de=recipient par=agent: libération levée amnistie réhabilitation assouplissement
    dépénalisation légalisation régularisation restitution capitulation
TRIAL agent recipient de=recipient contre=recipient par=agent: relaxe acquittement procès condamnation inculpation
    mise_en_examen jugement comparution plainte enquête audition verdict poursuite interrogatoire
    information_judiciaire non-lieu plaidoirie sentence contre-enquête mandat_d'arrêt commission_rogatoire
    investigation pourvoi délibéré action_en_justice réquisition ouverture_d'enquête
CONCEDE agent recipient de=agent à=recipient: concession excuse pardon reculade
COOPERATE participant participant de=participant avec=participant entre=participant: mutualisation jumelage
    cofinancement
AID agent recipient de=agent à=recipient pour=recipient: subvention ravitaillement indemnisation largage renflouement
    parrainage versement
AID agent recipient de=recipient par=agent: évacuation sauvetage hospitalisation vaccination relogement rapatriement
    hébergement extraction dédommagement réanimation
RETREAT agent - de=agent: retrait repli fuite exode évasion désengagement désarmement démobilisation reddition exil
    abandon renonciation désescalade désertion débandade démantèlement déroute
DEMAND speaker addressee de=speaker à=addressee: réclamation sommation injonction requête ultimatum mise_en_demeure
    pétition doléance
APPEAL speaker addressee de=speaker à=addressee: appel exhortation invitation supplique
ACCUSE agent recipient de=agent contre=recipient: accusation dénonciation insulte diffamation calomnie réquisitoire
    mise_en_cause indignation diatribe
REJECT agent recipient de=agent par=agent: refus rejet démenti veto boycott désaveu rupture abrogation annulation
    suspension ajournement récusation dénégation réfutation violation invalidation infraction abstention interruption
THREATEN agent recipient de=agent contre=recipient par=agent: intimidation chantage avertissement provocation
    mise_en_garde
PROTEST agent - de=agent contre=recipient: manifestation grève protestation révolte émeute soulèvement insurrection
    mutinerie rassemblement blocage débrayage sit-in rébellion contestation fronde barricade échauffourée défilé
    mouvement_social jacquerie veillée
SANCTION agent recipient de=agent contre=recipient à=recipient: sanction embargo amende punition blocus gel pénalité
    surtaxe bannissement radiation prohibition disqualification pénalisation
MOBILIZE agent - de=agent par=agent: mobilisation déploiement manœuvre patrouille enrôlement conscription réarmement
    parade contre-offensive appareillage
COERCE agent recipient de=recipient par=agent: arrestation interpellation expulsion incarcération emprisonnement
    détention séquestration kidnapping enlèvement rapt capture perquisition saisie confiscation répression déportation
    extradition internement rafle confinement assignation_à_résidence assignation refoulement prise_d'otages
    prise_d'otage garde_à_vue invasion annexion encerclement fouille descente disparition_forcée couvre-feu éviction
    piratage cyberattaque espionnage intrusion inspection putsch coup_d'état racket filature traque
ASSAULT agent victim de=agent contre=victim sur=victim par=agent: attaque attentat frappe bombardement raid offensive
    tir agression assaut fusillade combat affrontement bataille guerre embuscade massacre tuerie riposte incursion
    pilonnage représaille hostilité escarmouche accrochage attentat-suicide tentative_d'assassinat mitraillage
    canonnade sabotage génocide rixe bagarre lynchage heurt carnage boucherie raid_aérien frappe_aérienne
    attaque-suicide intervention_militaire braquage cambriolage pillage effraction vandalisme
ASSAULT agent victim de=victim par=agent: assassinat meurtre homicide exécution viol torture empoisonnement
    décapitation pendaison égorgement élimination féminicide infanticide parricide destruction harcèlement mutilation
    passage_à_tabac lapidation extermination
STATEMENT speaker addressee de=speaker à=addressee: déclaration annonce discours communiqué allocution
    conférence_de_presse révélation interview témoignage aveu tweet affirmation confirmation prise_de_parole
    confidence promesse plaidoyer point_de_presse point_presse mise_au_point éclaircissement prédiction lettre_ouverte
    proclamation confession
APPOINTMENT agent recipient de=recipient par=agent: nomination désignation investiture intronisation embauche
    prise_de_fonction prise_de_fonctions titularisation reconduction passation couronnement sacre accession
BUSINESS agent recipient de=recipient par=agent: licenciement
RESIGNATION agent recipient de=recipient par=agent: limogeage destitution révocation renvoi renversement
    motion_de_censure remaniement débarquement
RESIGNATION agent - de=agent: démission abdication départ retraite
ELECTION agent recipient de=recipient par=agent: élection réélection
ELECTION agent recipient de=agent pour=beneficiary contre=recipient: vote scrutin référendum législative
    présidentielle municipale primaire suffrage dépouillement second_tour candidature campagne_électorale sénatoriale
    régionale cantonale
VISIT agent host de=agent à=host en=host chez=host: visite voyage déplacement arrivée tournée venue périple pèlerinage
    escale expédition excursion croisière
LEGISLATION agent - de=agent par=agent: adoption promulgation réforme amendement abolition instauration
    nationalisation législation dérégulation libéralisation
BIRTH - participant de=participant: naissance accouchement
DEATH - victim de=victim: mort décès suicide disparition noyade trépas agonie
CEREMONY agent recipient de=recipient par=agent: obsèque enterrement funéraille inhumation crémation inauguration
    célébration commémoration cérémonie hommage baptême remise décoration béatification canonisation messe
    anniversaire festivité gala recueillement banquet prestation_de_serment dévoilement consécration jubilé
DEATH agent victim de=victim: exhumation euthanasie hécatombe
ACCIDENT - victim de=victim: accident collision crash naufrage déraillement explosion incendie effondrement
    carambolage avarie fuite_de_gaz intoxication électrocution éboulement écroulement chavirage court-circuit
    bousculade marée_noire sortie_de_route amerrissage écrasement chavirement brûlure embrasement
DISASTER - victim de=victim: séisme tremblement_de_terre inondation tempête ouragan cyclone tornade tsunami éruption
    avalanche sécheresse canicule épidémie pandémie famine glissement_de_terrain crue typhon catastrophe feu_de_forêt
    raz-de-marée orage coulée_de_boue réplique contamination pollution déluge déferlement intempérie grêle contagion
    blizzard secousse vague_de_chaleur
BUSINESS agent recipient de=agent à=recipient par=agent: achat vente rachat acquisition fusion investissement faillite
    privatisation introduction_en_bourse licenciement_collectif exportation importation dépôt_de_bilan liquidation
    emprunt opa cession commercialisation restructuration délocalisation recapitalisation lancement
    redressement_judiciaire remboursement paiement appel_d'offres plan_social transaction adjudication krach
    dévaluation spéculation endettement scission implantation
PUBLICATION agent - de=agent par=agent: publication parution diffusion réédition mise_en_ligne rediffusion
    retransmission
CEREMONY participant participant de=participant avec=participant entre=participant: mariage noce fiançaille divorce
CULTURE agent - de=agent par=agent: concert exposition festival tournage récital vernissage avant-première biennale
SPORT agent recipient de=agent contre=recipient sur=recipient: match finale tournoi championnat
    demi-finale quart_de_finale triomphe penalty transfert égalisation huitième_de_finale revanche derby podium
    marathon sprint jeux_olympiques
SCIENCE agent - de=agent par=agent: découverte expérience essai décollage atterrissage mise_en_orbite invention
    clonage séquençage transplantation forage détection alunissage amarrage expérimentation
OTHER agent recipient de=agent par=agent: création construction reconstruction ouverture fermeture fondation
    démolition réouverture rénovation intervention migration envoi tentative modernisation extension prolongation
    report incident réorganisation scandale mise_en_place percée bouclage
?CONSULT participant participant de=participant avec=participant entre=participant à=participant: dialogue discussion
    forum échange débat assemblée
?AGREE participant participant de=participant avec=participant entre=participant: accord traité pacte consensus
    protocole
?SUPPORT agent recipient de=agent à=recipient pour=recipient: soutien appui solidarité reconnaissance
?CONCEDE agent recipient de=recipient par=agent: grâce autorisation
?COOPERATE participant participant de=participant avec=participant entre=participant: coopération collaboration
    coalition partenariat alliance association
?AID agent recipient de=agent à=recipient pour=recipient: aide assistance don secours financement prêt
?DEMAND speaker addressee de=speaker à=addressee: demande exigence revendication
?APPEAL speaker addressee de=speaker à=addressee: recommandation proposition suggestion
?ACCUSE agent recipient de=agent contre=recipient: critique reproche soupçon polémique
?REJECT agent recipient de=agent par=agent: opposition
?THREATEN agent recipient de=agent contre=recipient par=agent: menace
?PROTEST agent - de=agent contre=recipient: marche cortège
?SANCTION agent recipient de=agent contre=recipient à=recipient: interdiction exclusion restriction
?MOBILIZE agent - de=agent par=agent: recrutement renfort exercice armement
?COERCE agent recipient de=recipient par=agent: siège contrôle contrainte surveillance
?ASSAULT agent victim de=agent contre=victim sur=victim par=agent: violence conflit
?STATEMENT speaker addressee de=speaker à=addressee: réaction réponse propos serment adresse explication précision
    commentaire
?APPOINTMENT agent recipient de=recipient par=agent: promotion mutation remplacement affectation
?VISIT agent host de=agent à=host en=host chez=host: séjour retour traversée
?VISIT host agent de=agent par=host: accueil réception
?LEGISLATION agent - de=agent par=agent: loi décret ordonnance projet_de_loi arrêté circulaire moratoire constitution
    directive
?TRIAL agent recipient de=recipient contre=recipient par=agent: citation instruction recours
?ACCIDENT - victim de=victim: chute blessure panne sinistre
?BUSINESS agent recipient de=agent à=recipient par=agent: commande livraison
?PUBLICATION agent - de=agent par=agent: sortie impression rapport livre article tribune reportage sondage étude
    éditorial bulletin
?CULTURE agent - de=agent par=agent: spectacle film album pièce opéra chanson roman série concours
?SPORT agent recipient de=agent contre=recipient sur=recipient: qualification course compétition
?SCIENCE agent - de=agent par=agent: greffe exploration test observation
?OTHER agent recipient de=agent par=agent: organisation installation séparation mission opération crise initiative
    relance échec inscription passage transition élargissement décision augmentation hausse baisse réduction
    diminution évolution choix changement modification programme plan projet mesure action tension bilan préparation
    analyse vérification évaluation découpage réussite
"""

IDIOMS = """
BUSINESS agent recipient: supprimer+poste supprimer+emploi supprimer+effectif réduire+effectif créer+emploi
MOBILIZE agent -: envoyer+troupe envoyer+soldat envoyer+homme envoyer+renfort déployer+troupe
RETREAT agent -: retirer+troupe retirer+soldat retirer+force
CONSULT participant participant avec=participant: avoir+entretien avoir+échange tenir+conférence
AGREE participant participant avec=participant: trouver+accord trouver+entente parvenir+accord tomber+accord
    sceller+accord mettre+accord aboutir+accord trouver+terrain passer+accord
AGREE agent -: donner+accord donner+feu donner+consentement donner+aval
SUPPORT agent recipient à=recipient: apporter+soutien prendre+parti prendre+défense prêter+main faire+éloge
    rendre+hommage prêter+allégeance témoigner+solidarité présenter+condoléance
CONCEDE agent recipient à=recipient: présenter+excuse faire+concession rendre+liberté mettre+liberté revenir+décision
    faire+marche donner+gain jeter+éponge
COOPERATE participant participant avec=participant: unir+force joindre+force faire+alliance nouer+alliance faire+cause
    nouer+relation
AID agent recipient à=recipient: venir+aide porter+secours venir+secours prêter+assistance prêter+concours
    donner+asile accorder+asile faire+don
RETREAT agent -: battre+retraite déposer+arme rendre+arme prendre+fuite plier+bagage hisser+drapeau trouver+refuge
DEMAND speaker addressee: mettre+demeure exiger+rançon
APPEAL speaker addressee à=addressee: lancer+appel faire+appel tirer+sonnette appeler+calme
ACCUSE agent recipient: mettre+cause montrer+doigt pointer+doigt jeter+opprobre jeter+pierre porter+accusation
REJECT agent recipient à=recipient: mettre+fin opposer+veto mettre+terme faire+fi couper+pont rompre+relation
    claquer+porte tourner+dos mettre+veto faire+obstacle opposer+refus mettre+halte
THREATEN agent recipient: mettre+garde brandir+menace proférer+menace
PROTEST agent - contre=recipient: faire+grève descendre+rue battre+pavé prendre+rue observer+grève monter+créneau
    entamer+grève
SANCTION agent recipient: infliger+amende mettre+amende imposer+sanction
MOBILIZE agent -: prendre+arme prendre+position mettre+alerte sonner+charge battre+rappel
COERCE agent recipient: prendre+otage placer+détention placer+garde mettre+détention faire+prisonnier mettre+écrou
    passer+menotte faire+otage déclarer+siège prendre+pouvoir prendre+contrôle mettre+résidence
ASSAULT agent victim sur=victim contre=victim: ouvrir+feu donner+assaut prendre+assaut passer+tabac faire+feu ôter+vie
    mettre+feu déclarer+guerre passer+attaque prendre+cible faire+guerre mettre+mort livrer+bataille tendre+embuscade
    passer+arme donner+mort
STATEMENT speaker addressee à=addressee: faire+part prendre+parole tirer+bilan faire+savoir donner+détail lever+voile
    rendre+compte faire+état prêter+serment rompre+silence donner+explication tenir+propos
APPOINTMENT recipient -: prendre+fonction entrer+fonction prendre+tête prendre+rêne monter+trône prendre+succession
RESIGNATION agent -: prendre+retraite quitter+pouvoir rendre+tablier donner+démission présenter+démission
    remettre+démission quitter+fonction
RESIGNATION agent recipient: mettre+porte relever+fonction pousser+démission démettre+fonction
ELECTION agent recipient: aller+urne
ELECTION agent -: faire+campagne briguer+mandat porter+candidat déclarer+candidature
VISIT agent host à=host en=host: rendre+visite faire+escale faire+déplacement faire+étape rentrer+pays fouler+sol
LEGISLATION agent -: entrer+vigueur faire+loi voter+loi adopter+loi mettre+vigueur
TRIAL agent recipient contre=recipient: porter+plainte mettre+examen déposer+plainte intenter+procès saisir+justice
    ester+justice engager+poursuite ouvrir+enquête déposer+recours traîner+justice interjeter+appel traduire+justice
TRIAL recipient -: plaider+coupable passer+aveu
BIRTH agent participant à=participant: donner+naissance mettre+monde donner+jour
BIRTH participant -: voir+jour venir+monde
TRIAL agent recipient: condamner+peine condamner+an condamner+mois condamner+prison condamner+amende condamner+mort
    condamner+réclusion condamner+perpétuité
DEATH victim -: trouver+mort perdre+vie laisser+vie rendre+âme succomber+blessure
ACCIDENT - -: prendre+feu perdre+contrôle faire+naufrage
ACCIDENT victim -: entrer+collision
BUSINESS agent recipient: faire+faillite déposer+bilan mettre+vente entrer+bourse passer+commande faire+acquisition
    lever+fond prendre+participation mettre+marché entrer+capital
PUBLICATION agent -: mettre+ligne rendre+public
CEREMONY agent recipient à=recipient: couper+ruban observer+minute poser+pierre remettre+prix prendre+époux
    déposer+gerbe
CULTURE agent -: mettre+scène monter+scène
SPORT agent recipient: prendre+revanche décrocher+médaille monter+podium marquer+but remporter+titre battre+record
SCIENCE agent -: mettre+orbite mettre+évidence mettre+point
OTHER agent -: mettre+place mettre+service prendre+décision voir+service faire+surface prendre+mesure
    prendre+initiative passer+action
"""
