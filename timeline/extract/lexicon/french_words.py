"""French words that say how an event is told; `words` has the questions that the tables answer."""

from __future__ import annotations

STATIVE = """
être avoir sembler paraître apparaître rester demeurer devenir contenir compter concerner signifier permettre devoir
pouvoir vouloir savoir connaître situer se_situer constituer représenter appartenir comprendre consister souhaiter
espérer aimer penser croire estimer_à considérer ressembler exister valoir coûter mesurer peser durer correspondre
dépendre relever résulter impliquer nécessiter exiger_de dominer viser_à tendre posséder disposer détenir_un porter
se_porter comporter inclure figurer se_trouver trouver bénéficier jouir souffrir craindre redouter préférer détester
falloir s'agir se_agir suffire importer intéresser plaire manquer mériter ignorer douter se_souvenir rappeler_à
se_rappeler supposer imaginer juger témoigner traduire refléter illustrer symboliser caractériser définir désigner
nommer_ainsi appeler_ainsi se_appeler signaler_que faire rendre laisser donner mettre prendre tenir aller venir voir
parler regarder entendre sentir ressentir percevoir vivre habiter résider travailler occuper exercer diriger gérer
administrer employer regrouper rassembler_autour réunir_en partager composer se_composer entourer séparer relier
longer border surplomber abriter accueillir_des couvrir s'étendre se_étendre atteindre_une dépasser excéder égaler
équivaloir avoisiner osciller varier différer distinguer se_distinguer opposer_les concorder convenir_à falloir
sembler_que marquer entretenir jouer servir utiliser user nuire profiter_à contribuer_à favoriser entraver empêcher
priver_de obliger contraindre_à poser susciter_des engendrer provoquer_des entraîner causer_des induire pousser
amener inciter_à conduire_à mener_à aboutir aboutir_à expliquer_par s'expliquer se_expliquer remonter dater
se_fonder reposer s'appuyer se_appuyer se_baser incarner ancrer éprouver vouer attendre se_attendre respecter
maintenir_une conserver garder préserver s'inscrire se_inscrire ajouter_à compter_sur se_sentir se_révéler
s'avérer se_avérer passer_pour faillir oser daigner prétendre_à aspirer admirer apprécier_que haïr regretter
se_réjouir s'inquiéter se_inquiéter inquiéter rassurer_sur étonner surprendre décevoir satisfaire séduire fasciner
convaincre_de persuader_de remarquer constater observer étudier analyser_la connaître_un essayer
activer bouger tourner retourner_à améliorer faciliter compliquer simplifier adapter traiter semer garantir assurer_la
croître grandir mûrir vieillir briller dormir manger boire fumer lire écrire_en parler_de enregistrer_une
charger se_charger doter baser axer lier opposer intituler habiller priser fréquenter peupler équiper_de nécessiter_un
renforcer accentuer aggraver atténuer accroître diminuer augmenter réduire baisser monter descendre
"""

ASPECT = """
commencer continuer cesser finir achever_de tenter essayer venir aller se_mettre recommencer arrêter_de persister
s'efforcer se_efforcer parvenir réussir arriver_à tarder manquer_de oublier éviter hésiter savoir pouvoir devoir
sembler paraître devoir faillir oser poursuivre faire laisser voir entendre permettre aider venir_de avoir être
se_apprêter s'apprêter contribuer servir viser chercher veiller obliger contraindre forcer
"""

OCCURRENCE = """
avoir_lieu se_tenir se_dérouler se_produire survenir intervenir éclater se_poursuivre se_achever débuter se_ouvrir
se_terminer commencer suivre précéder prendre_fin continuer se_conclure avoir remonter dater durer
"""

SUPPORT = """
faire effectuer mener procéder lancer réaliser conduire commettre perpétrer organiser tenir entreprendre engager
ordonner commanditer commander déclencher imposer infliger décréter livrer exécuter opérer donner apporter prononcer
accomplir émettre ouvrir entamer diriger préparer célébrer disputer diligenter ordonnancer
décider poursuivre multiplier orchestrer revendiquer
"""

UNDERGOING = """
subir connaître essuyer encourir endurer souffrir_de être_victime échapper_à survivre_à
"""

HOLDING = """
tenue organisation déroulement lancement exécution conduite mise préparation série vague nombre début fin suite
ouverture clôture reprise poursuite auteur
"""

SAYING = """
say: dire déclarer affirmer annoncer indiquer préciser expliquer rapporter ajouter confirmer révéler estimer assurer
say: souligner raconter relater témoigner signaler mentionner noter observer constater rappeler remarquer avancer
say: soutenir prétendre répéter répondre répliquer rétorquer insister marteler écrire publier titrer citer admettre
say: reconnaître avouer concéder avertir prévenir informer communiquer divulguer dévoiler commenter conclure résumer
say: lancer lâcher confier glisser poursuivre juger se_féliciter se_réjouir déplorer regretter dénoncer critiquer
say: apprendre savoir_que attester certifier proclamer plaider alléguer faire_savoir faire_valoir se_dire
say: considérer évoquer décrire exposer détailler développer renchérir tempérer nuancer ironiser tweeter poster
say: réagir souffler murmurer crier hurler s'exclamer se_exclamer s'interroger se_interroger accuser reprocher
deny: démentir nier contester réfuter récuser infirmer se_défendre
ask: demander réclamer exiger exhorter appeler inviter prier sommer enjoindre ordonner_de solliciter recommander
ask: conseiller préconiser suggérer proposer implorer supplier presser convier intimer requérir revendiquer inciter
ask: encourager plaider_pour pousser_à vouloir_que
plan: prévoir envisager compter projeter planifier programmer se_apprêter s'apprêter se_préparer préparer entendre
plan: menacer décider prôner ambitionner penser_à
promise: promettre s'engager se_engager jurer accepter
think: penser croire soupçonner supposer présumer imaginer craindre redouter espérer souhaiter vouloir douter
"""

MODAL = """
possible: pouvoir risquer sembler paraître
planned: devoir aller vouloir souhaiter compter espérer envisager prévoir entendre projeter désirer
"""

NOUN_MOOD = """
requested: appel demande exigence revendication réclamation pétition requête sollicitation ultimatum
planned: projet plan annonce promesse préparation prévision programme perspective volonté intention préparatif veille
possible: risque possibilité éventualité menace crainte peur hypothèse probabilité soupçon suspicion tentative
hypothetical: cas absence refus
"""

PLANNED = """
prévu prévoir prochain programmer programmé planifier planifié attendu attendre fixer fixé annoncé futur éventuel
envisager envisagé imminent
"""

POSSIBLY = """
peut-être probablement sans_doute éventuellement possiblement vraisemblablement potentiellement hypothétiquement
"""

HEARSAY = "prétendument apparemment supposément"

ACCORDING = "selon suivant d'après après_d'"

COMMENT = """
commenter réagir rebondir se_exprimer exprimer répondre commentaire réaction déclaration réponse se_prononcer
prononcer communiquer détail précision parler confirmer préciser détailler témoigner
"""

DECLINING = "refuser se_refuser décliner se_abstenir se_garder s'abstenir"

DOCUMENT = """
rapport communiqué étude sondage enquête document source information article dépêche média presse télégramme lettre
courrier texte jugement arrêt bulletin statistique chiffre analyse expertise audit livre récit témoignage dossier
certains plusieurs
"""

HONORIFIC = "m mme mlle mm mr me dr pr mgr maître monsieur madame sa"

TITLE = """
marin matelot pirate patient passante bénévole volontaire humanitaire villageois paysan ressortissant mineur bébé
fillette nourrisson gréviste infirmière instituteur institutrice retraité locataire pèlerin skieur randonneur plongeur
chasseur berger tisserand civil civile médiateur médiatrice sauveteur architecte vigneron boulanger danseur danseuse
ministre président présidente députée sénatrice premier-ministre porte-parole ambassadeur ambassadrice général
colonel capitaine commandant lieutenant amiral maréchal sergent caporal soldat militaire policier gendarme commissaire
inspecteur
préfet maire adjoint député sénateur élu conseiller gouverneur chancelier roi reine prince princesse émir sultan pape
évêque cardinal imam prêtre rabbin pasteur chef cheffe leader dirigeant dirigeante directeur directrice patron PDG
pdg secrétaire responsable officiel cadre négociateur négociatrice émissaire envoyé représentant délégué diplomate
consul attaché procureur procureure juge magistrat avocat avocate greffier notaire professeur enseignant chercheur
chercheuse scientifique médecin docteur infirmier infirmière chirurgien économiste analyste expert spécialiste
historien politologue journaliste reporter rédacteur écrivain auteur poète romancier acteur actrice comédien
réalisateur cinéaste chanteur chanteuse musicien compositeur artiste peintre sculpteur architecte ingénieur
entrepreneur homme_d'affaires industriel banquier trader actionnaire fondateur fondatrice créateur héritier
entraîneur sélectionneur joueur joueuse footballeur tennisman cycliste coureur athlète nageur pilote champion
championne capitaine arbitre gardien attaquant défenseur candidat candidate prétendant opposant opposante militant
militante syndicaliste activiste dissident rebelle chef-adjoint vice-président vice-présidente co-président
vice-ministre sous-secrétaire commissaire-priseur astronaute cosmonaute contrôleur conducteur chauffeur ouvrier
employé salarié postier agriculteur éleveur pêcheur commerçant facteur pompier sauveteur secouriste alpiniste guide
vainqueur lauréat numéro_un veuve veuf épouse époux mari femme_de frère sœur père mère fils fille cousin oncle tante
neveu parent présentateur présentatrice animateur producteur éditeur éditorialiste chroniqueur blogueur fugitif
premier_ministre chef_de_l'État souverain monarque dictateur tyran dauphin successeur prédécesseur interlocuteur
homologue collègue associé collaborateur assistant stagiaire étudiant étudiante élève lycéen collégien violoniste
pianiste armateur affréteur éclaireur bâtonnier
"""

EPITHET = """
homme femme milliardaire millionnaire propriétaire suspect suspecte accusé accusée prévenu condamné détenu victime
septuagénaire sexagénaire quinquagénaire quadragénaire trentenaire octogénaire nonagénaire adolescent adolescente
enfant garçon jeune individu personne agresseur meurtrier assassin tueur tireur forcené assaillant kamikaze terroriste
voleur braqueur cambrioleur ravisseur otage survivant blessé rescapé habitant voisin témoin passant passager
passagère automobiliste motard cycliste_amateur touriste magnat star vedette idole personnalité figure défunt défunte
disparu intéressé intéressée trublion homme_politique américain_le
"""

GROUP = """
organisation: gouvernement ministère parlement sénat assemblée congrès chambre conseil tribunal cour parquet justice
organisation: police gendarmerie armée marine aviation douane préfecture mairie municipalité région département
organisation: commission comité agence autorité institut université école hôpital laboratoire musée bibliothèque
organisation: entreprise société compagnie groupe firme constructeur banque assureur filiale multinationale usine
organisation: parti coalition mouvement syndicat centrale fédération confédération union association ONG fondation
organisation: organisation club équipe fédération_sportive ligue orchestre chaîne journal quotidien hebdomadaire
organisation: magazine média radio télévision site agence_de_presse rédaction éditeur église diocèse vatican
organisation: ambassade consulat présidence administration état-major régime opposition majorité exécutif direction
organisation: diplomatie start-up fabricant exploitant opérateur distributeur réseau consortium cabinet
armed_group: milice guérilla rébellion rebelle djihadiste jihadiste islamiste insurgé combattant troupe brigade
armed_group: bataillon régiment commando force gang cartel mafia taliban séparatiste
group: autorité source responsable officiel population habitant peuple foule manifestant partisan supporter électeur
group: citoyen électorat réfugié migrant déplacé civil victime otage prisonnier blessé mort famille proche parent
group: salarié employé ouvrier gréviste personnel équipage passager touriste voyageur étudiant élève enseignant
group: agriculteur éleveur pêcheur commerçant chauffeur journaliste expert observateur analyste scientifique chercheur
group: avocat magistrat médecin sauveteur secours pompier policier gendarme militaire soldat agent garde homme femme
group: enfant personne gens individu membre élu député sénateur ministre dirigeant leader chef délégué délégation
group: représentant négociateur diplomate investisseur actionnaire créancier marché consommateur client usager riverain
group: voisin témoin internaute communauté minorité tribu clan croyant chrétien musulman juif fidèle pays-membre
group: équipe_de_communication entourage jury collectif assaillant terroriste agresseur suspect pirate voleur
"""

GOVERNMENT = "gouvernement régime exécutif"

PRONOUN = """
m+single+person: il lui-même
m+single+any: celui-ci celui-là
f+single+person: elle elle-même
f+single+any: celle-ci celle-là
m+plural+person: ils eux eux-mêmes
m+plural+any: ceux-ci
f+plural+person: elles elles-mêmes
f+plural+any: celles-ci
-+single+any: lui
-+plural+any: leur les
m+single+person: le
f+single+person: la
-+single+person: l' son sa ses
-+plural+person: leurs
"""

PAIR = """
person: homme femme dirigeant président ministre leader responsable rival personne
state: pays nation état puissance voisin capitale
side: partie camp côté
"""

PLACE_IN_PAIR = """
first: premier première
last: dernier dernière second seconde
"""

TWO = "deux"

WITH_ETRE = """
aller arriver décéder descendre devenir entrer intervenir monter mourir naître partir parvenir passer rentrer rester
retourner revenir sortir survenir tomber venir
"""

OTHERS = "autres"

PREDICATE = """
mourir: mort
blesser: blessé
"""

SAID = """
dit déclaré affirmé annoncé indiqué précisé expliqué rapporté ajouté confirmé révélé estimé assuré souligné raconté
relaté témoigné signalé mentionné noté observé constaté rappelé remarqué avancé soutenu prétendu répété répondu répliqué
rétorqué insisté martelé écrit publié admis reconnu avoué concédé averti prévenu informé communiqué dévoilé commenté
conclu résumé lancé lâché confié glissé poursuivi jugé regretté déploré dénoncé critiqué plaidé promis rectifié corrigé
renchéri tempéré nuancé ironisé tweeté fait appris
"""

SAYS = """
dit déclare affirme annonce indique précise explique rapporte ajoute confirme révèle estime assure souligne raconte
relate témoigne signale note observe constate rappelle remarque avance soutient prétend répète répond réplique rétorque
insiste martèle écrit publie admet reconnaît avoue concède avertit prévient commente conclut résume lance confie
poursuit juge regrette déplore dénonce critique plaide promet disent déclarent affirment annoncent indiquent précisent
expliquent rapportent ajoutent confirment révèlent estiment assurent soulignent écrivent notent rappellent jugent
"""

FIRST_PERSON = "je j' me m' moi"

CANCELLING = "annuler déprogrammer"
