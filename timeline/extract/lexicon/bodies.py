"""Organisations, media and armed groups that the news names without saying what they are.

Each body: its usual full name and behind bars the other names and acronyms, French and English, as they are written
inside a sentence without an article that does not belong to them. Bodies are parted by a semicolon or a new line; a
line that begins with a space goes on with the one above. Forms in capitals and without accents on capitals follow by
rule. Names that a sentence may begin with in another sense are not taken ("Time", "Raid", "Visa").
"""

ORGANISATIONS = """
Organisation des Nations unies | ONU | O.N.U. | Organisation des Nations Unies | Nations unies | Nations Unies
 | United Nations | United Nations Organization | UN | U.N.
Conseil de sécurité | Conseil de sécurité de l'ONU | Conseil de sécurité des Nations unies | Security Council
 | UN Security Council | U.N. Security Council | United Nations Security Council
Assemblée générale des Nations unies | Assemblée générale de l'ONU | UN General Assembly | U.N. General Assembly
 | United Nations General Assembly
Organisation du traité de l'Atlantique nord | OTAN | Otan | Alliance atlantique | NATO | Nato
 | Organisation du traité de l'Atlantique Nord | North Atlantic Treaty Organization
Union européenne | UE | Union Européenne | European Union | EU | E.U. ; Commission européenne | European Commission
Parlement européen | European Parliament ; Conseil européen | European Council
Cour de justice de l'Union européenne | CJUE | European Court of Justice | Court of Justice of the European Union
Cour européenne des droits de l'homme | CEDH | European Court of Human Rights | ECHR
Conseil de l'Europe | Council of Europe ; Eurogroupe | Eurogroup ; Europol ; Eurojust ; Frontex
Banque centrale européenne | BCE | European Central Bank | ECB
Fonds monétaire international | FMI | International Monetary Fund | IMF ; Banque mondiale | World Bank
Organisation mondiale de la santé | OMS | Organisation mondiale de la Santé | World Health Organization | WHO
 | World Health Organisation
Organisation mondiale du commerce | OMC | World Trade Organization | WTO | World Trade Organisation
Organisation internationale du travail | OIT | Bureau international du travail | International Labour Organization | ILO
Organisation internationale pour les migrations | OIM | International Organization for Migration | IOM
Organisation internationale de la francophonie | OIF | Organisation internationale de la Francophonie
Organisation de coopération et de développement économiques | OCDE | OECD
 | Organisation for Economic Co-operation and Development
Organisation pour la sécurité et la coopération en Europe | OSCE
 | Organization for Security and Co-operation in Europe
Organisation pour l'interdiction des armes chimiques | OIAC | OPCW
 | Organisation for the Prohibition of Chemical Weapons
Organisation de coopération de Shanghai | OCS | Shanghai Cooperation Organisation
Organisation de la coopération islamique | OCI | Organisation of Islamic Cooperation | OIC
Agence internationale de l'énergie atomique | AIEA | International Atomic Energy Agency | IAEA
Agence internationale de l'énergie | AIE | International Energy Agency | IEA
Organisation des pays exportateurs de pétrole | OPEP | Opep | OPEC | Opec | OPEP+ | OPEC+
 | Organization of the Petroleum Exporting Countries
Unesco | UNESCO ; Unicef | UNICEF
Haut-Commissariat des Nations unies pour les réfugiés | HCR | UNHCR | Haut-Commissariat aux réfugiés
Programme alimentaire mondial | PAM | World Food Programme | WFP | World Food Program ; UNRWA | Unrwa ; Casques bleus
Monusco ; Minusma ; Finul | UNIFIL ; Union africaine | UA | African Union
Cédéao | CEDEAO | Communauté économique des États de l'Afrique de l'Ouest | ECOWAS | Ecowas
Ligue arabe | Ligue des États arabes | Arab League | League of Arab States
Conseil de coopération du Golfe | CCG | Gulf Cooperation Council | GCC
Association des nations de l'Asie du Sud-Est | ASEAN | Asean | Ansea
Organisation des États américains | OEA | Organization of American States ; Mercosur | Mercosul
Commonwealth | Commonwealth of Nations ; G7 ; G8 ; G20 ; Brics | BRICS
Cour pénale internationale | CPI | International Criminal Court | ICC
Cour internationale de justice | CIJ | Cour internationale de Justice | International Court of Justice | ICJ
Tribunal pénal international pour l'ex-Yougoslavie | TPIY | ICTY
Tribunal pénal international pour le Rwanda | TPIR | ICTR
Comité international de la Croix-Rouge | CICR | International Committee of the Red Cross | ICRC
Croix-Rouge | Red Cross ; Croissant-Rouge | Red Crescent
Comité international olympique | CIO | International Olympic Committee | IOC
Fédération internationale de football association | FIFA | Fifa ; UEFA | Uefa ; Interpol
Organisation mondiale de la santé animale | OIE
Groupe d'experts intergouvernemental sur l'évolution du climat | GIEC | Giec | IPCC
 | Intergovernmental Panel on Climate Change
Amnesty International ; Human Rights Watch | HRW ; Greenpeace
Médecins sans frontières | MSF | Médecins Sans Frontières | Doctors Without Borders
Médecins du monde | Médecins du Monde
Reporters sans frontières | RSF | Reporters Without Borders | Reporters sans Frontières
Oxfam ; Save the Children ; WWF ; Transparency International ; Emmaüs
Ligue des droits de l'homme | LDH | Ligue des droits de l'Homme
Observatoire syrien des droits de l'homme | OSDH | Syrian Observatory for Human Rights | SOHR
Wikileaks | WikiLeaks ; Anonymous ; Maison-Blanche | Maison Blanche | White House ; Pentagone | Pentagon
Département d'État | State Department | US State Department | Department of State
Congrès | Congress | US Congress | U.S. Congress ; Sénat | Senate | US Senate | U.S. Senate
Chambre des représentants | House of Representatives ; Cour suprême | Supreme Court
Réserve fédérale | Fed | Federal Reserve | Réserve fédérale américaine ; Federal Bureau of Investigation | FBI
Central Intelligence Agency | CIA ; National Security Agency | NSA ; Department of Justice | DOJ | Justice Department
Department of Homeland Security | Homeland Security ; Securities and Exchange Commission | SEC
Food and Drug Administration | FDA ; Federal Aviation Administration | FAA ; Drug Enforcement Administration | DEA
NTSB | National Transportation Safety Board ; NASA | Nasa ; Agence spatiale européenne | ESA | European Space Agency
Marine Corps | US Marines | U.S. Marines ; US Army | U.S. Army ; Royal Air Force | RAF ; US Navy | U.S. Navy
US Air Force | U.S. Air Force ; Kremlin ; Douma | Douma d'État | Duma | State Duma ; FSB | Service fédéral de sécurité
KGB ; Roscosmos | Roskosmos ; Élysée | Palais de l'Élysée | Élysée Palace ; Matignon | Hôtel Matignon ; Quai d'Orsay
Bercy ; Place Beauvau ; Assemblée nationale | National Assembly ; Conseil constitutionnel | Constitutional Council
Conseil d'État ; Cour de cassation ; Cour des comptes ; Banque de France ; Insee | INSEE ; CNIL | Cnil
CSA | Conseil supérieur de l'audiovisuel ; Arcom | ARCOM ; DGSE ; DGSI ; GIGN ; RAID ; CRS
BEA | Bureau d'enquêtes et d'analyses ; Autorité des marchés financiers | AMF ; Downing Street | 10 Downing Street
Foreign Office ; Buckingham Palace | Palais de Buckingham ; Chambre des communes | House of Commons
Chambre des lords | House of Lords ; Scotland Yard | Metropolitan Police ; MI5 ; MI6
Banque d'Angleterre | Bank of England ; Bundestag ; Bundesrat ; Bundesbank ; Knesset ; Mossad ; Shin Bet | Shin Beth
Tsahal | Israel Defense Forces | Israel Defence Forces | IDF ; Autorité palestinienne | Palestinian Authority
Organisation de libération de la Palestine | OLP | Palestine Liberation Organization | PLO
Gardiens de la révolution | Gardiens de la Révolution | Pasdaran | Pasdarans | Revolutionary Guards | IRGC
 | Revolutionary Guard | Islamic Revolutionary Guard Corps | Corps des gardiens de la révolution islamique
Parti communiste chinois | PCC | Chinese Communist Party | Communist Party of China | CCP
Parti socialiste | PS | Socialist Party ; Union pour un mouvement populaire | UMP ; Les Républicains | LR
Rassemblement national | RN | National Rally ; Front national | FN | National Front ; Reconquête !
La République en marche | LREM | La République En Marche | En Marche ; Renaissance ; MoDem | Mouvement démocrate
Union des démocrates et indépendants | UDI ; La France insoumise | LFI | France insoumise | France Insoumise
Nouveau Front populaire | NFP ; Nouvelle Union populaire écologique et sociale | Nupes | NUPES ; Front de gauche
Europe Écologie-Les Verts | EELV | Europe Écologie Les Verts | Les Écologistes ; Parti communiste français | PCF
Parti de gauche ; Nouveau Parti anticapitaliste | NPA ; Lutte ouvrière ; Debout la France
Parti radical de gauche | PRG ; Parti démocrate | Democratic Party ; Parti républicain | Republican Party | GOP
Tea Party ; Parti travailliste | Labour | Labour Party ; Parti conservateur | Conservative Party | Tories | Tory Party
Liberal Democrats | Lib Dems ; UKIP | Ukip ; Reform UK ; Scottish National Party | SNP ; Sinn Féin | Sinn Fein
DUP | Democratic Unionist Party ; Union chrétienne-démocrate | CDU | Christian Democratic Union | Christian Democrats
CSU ; SPD ; AfD | Alternative für Deutschland | Alternative for Germany ; Die Linke ; Podemos ; Ciudadanos ; Vox
PSOE ; Syriza ; Nouvelle Démocratie | New Democracy
Mouvement 5 étoiles | Mouvement Cinq Étoiles | Five Star Movement ; Ligue du Nord | Lega
Fratelli d'Italia | Brothers of Italy ; Forza Italia ; Fidesz ; Likoud | Likud
Parti de la justice et du développement | AKP ; PJD ; HDP ; CHP ; Ennahda ; Nidaa Tounes
Frères musulmans | Muslim Brotherhood ; Fatah ; Congrès national africain | ANC | African National Congress
Russie unie | United Russia ; Bharatiya Janata Party | BJP ; Parti des travailleurs | PT | Workers' Party
Confédération générale du travail | CGT ; Confédération française démocratique du travail | CFDT ; Force ouvrière | FO
Union syndicale Solidaires | Solidaires ; SUD | SUD-Rail | SUD Rail ; CFTC ; CFE-CGC ; Unsa | UNSA ; FSU
Fédération nationale des syndicats d'exploitants agricoles | FNSEA ; Confédération paysanne ; Coordination rurale
Unef | UNEF ; UGTT ; Mouvement des entreprises de France | Medef | MEDEF ; AFL-CIO ; United Auto Workers | UAW
Tesla | Tesla Motors ; SpaceX ; Starlink ; Twitter ; Neuralink ; OpenAI ; Google ; Alphabet ; Apple ; Microsoft
Amazon ; Facebook ; Meta | Meta Platforms ; Instagram ; WhatsApp ; YouTube ; TikTok ; ByteDance ; Uber ; Airbnb
Netflix ; Disney | Walt Disney ; IBM ; Intel ; Nvidia ; Samsung | Samsung Electronics ; Sony ; Huawei ; Alibaba
Nokia ; Ericsson ; Siemens ; General Electric ; General Motors ; Ford | Ford Motor ; Chrysler ; Stellantis
PSA | PSA Peugeot Citroën | PSA Peugeot-Citroën | Groupe PSA ; Peugeot ; Citroën ; Renault ; Nissan ; Toyota ; Honda
Hyundai ; Volkswagen ; BMW ; Daimler ; Fiat ; Michelin ; Airbus ; Boeing ; EADS ; Bombardier ; Embraer
Lockheed Martin ; Dassault Aviation | Dassault ; Thales | Thalès ; Safran ; Arianespace ; Air France ; Air France-KLM
KLM ; Lufthansa ; British Airways ; Ryanair ; EasyJet ; American Airlines ; Malaysia Airlines ; SNCF ; RATP ; Alstom
Eurotunnel ; Eurostar ; Vinci ; Bouygues ; Areva | Orano ; EDF | Électricité de France ; Engie | GDF Suez | GDF-Suez
TotalEnergies | Total ; BP | British Petroleum ; Shell | Royal Dutch Shell ; ExxonMobil | Exxon Mobil ; Chevron
Gazprom ; Rosneft ; Lukoil ; Saudi Aramco | Aramco ; Tepco ; ArcelorMittal ; Sanofi | Sanofi-Aventis ; Pfizer
Moderna ; AstraZeneca ; Bayer ; Monsanto ; Novartis ; Danone ; Nestlé ; Lactalis ; Carrefour ; Auchan ; Walmart ; LVMH
L'Oréal ; Kering ; France Télécom ; Vivendi ; Lagardère ; Veolia ; BNP Paribas ; Société générale | Société Générale
Crédit agricole | Crédit Agricole ; Dexia ; Goldman Sachs ; JPMorgan | JPMorgan Chase ; Morgan Stanley
Lehman Brothers ; Deutsche Bank ; HSBC ; UBS ; Credit Suisse ; Moody's ; Standard & Poor's | Standard and Poor's
Fitch | Fitch Ratings ; BlackRock
"""

MEDIA = """
Agence France-Presse | AFP | Agence France Presse ; Reuters ; Associated Press | The Associated Press | AP
United Press International | UPI ; Bloomberg | Bloomberg News ; Dow Jones ; DPA | Deutsche Presse-Agentur ; EFE
ANSA | Ansa ; Belga ; Keystone-ATS ; Tass | TASS | Itar-Tass ; RIA Novosti ; Interfax ; Sputnik ; Russia Today
Xinhua | Chine nouvelle | Xinhua News Agency ; Kyodo | Kyodo News ; Yonhap ; KCNA
Anadolu | Anadolu Agency | Agence Anadolu ; IRNA | Irna ; Isna | ISNA ; Tasnim | Tasnim News Agency ; Press TV ; SANA
WAFA ; Le Monde ; Le Figaro | Figaro ; Libération ; Le Parisien | Aujourd'hui en France ; L'Humanité | Humanité
La Croix ; Les Échos ; L'Équipe ; Ouest-France ; Sud Ouest | Sud-Ouest ; La Voix du Nord
La Dépêche du Midi | La Dépêche ; La Provence ; Le Dauphiné libéré | Le Dauphiné Libéré ; Le Progrès ; Nice-Matin
Le Télégramme ; Dernières Nouvelles d'Alsace ; 20 Minutes ; Le Canard enchaîné | Canard enchaîné | Le Canard Enchaîné
Charlie Hebdo ; Mediapart | Médiapart ; Le Point ; L'Express
L'Obs | Le Nouvel Observateur | Nouvel Observateur | Nouvel Obs | Le Nouvel Obs ; Paris Match
Le Journal du dimanche | JDD | Journal du dimanche | Le Journal du Dimanche ; Valeurs actuelles
Courrier international | Courrier International ; Le Monde diplomatique ; Rue89 ; Slate
Huffington Post | HuffPost | The Huffington Post ; BuzzFeed | BuzzFeed News ; Jeune Afrique ; Le Soir
La Libre Belgique ; Le Temps ; Tribune de Genève ; Le Devoir ; La Presse canadienne ; Radio-Canada ; CBC ; TF1
France 2 ; France 3 ; France Télévisions ; France 24 ; France Info | Franceinfo ; France Inter ; France Culture
France Bleu ; Radio France ; RFI | Radio France internationale ; RTL ; RTBF ; RTS ; Europe 1 ; RMC
BFM TV | BFMTV | BFM-TV | BFM ; CNews | i-Télé | iTélé ; LCI ; Canal+ ; Arte ; TV5 Monde | TV5MONDE ; Euronews
New York Times | The New York Times | NYT ; Washington Post | The Washington Post
Wall Street Journal | The Wall Street Journal | WSJ ; Los Angeles Times ; Chicago Tribune
Boston Globe | The Boston Globe ; USA Today ; New York Post ; Daily Beast | The Daily Beast
New Yorker | The New Yorker ; Time Magazine | Time magazine ; Newsweek ; Forbes ; Politico ; Axios ; Vox Media
The Intercept ; ProPublica ; Breitbart | Breitbart News ; CNN ; Fox News ; CNBC ; NBC | NBC News ; CBS | CBS News
ABC News ; MSNBC ; PBS ; NPR ; Voice of America | VOA ; Radio Free Europe ; BBC | BBC News ; ITV ; Sky News
Channel 4 | Channel 4 News ; Guardian | The Guardian ; The Times ; Sunday Times | The Sunday Times
Daily Telegraph | The Daily Telegraph | The Telegraph ; The Independent ; Financial Times | FT ; The Economist
Daily Mail ; Daily Mirror ; The Sun ; News of the World ; The Observer ; Der Spiegel | Spiegel ; Die Zeit ; Bild
Frankfurter Allgemeine Zeitung | FAZ ; Süddeutsche Zeitung ; Die Welt ; Deutsche Welle ; Neue Zürcher Zeitung | NZZ
El País ; El Mundo ; ABC ; La Vanguardia ; Corriere della Sera ; La Repubblica ; La Stampa ; RAI ; Haaretz | Ha'aretz
Jerusalem Post | The Jerusalem Post ; Times of Israel | The Times of Israel ; Yediot Aharonot | Yediot Aharonoth
Al Jazeera | Al-Jazeera | Al Jazira | Al-Jazira ; Al Arabiya | Al-Arabiya ; Al-Manar | Al Manar ; Asharq Al-Awsat
Al-Ahram ; Hürriyet ; Kommersant ; Novaïa Gazeta | Novaya Gazeta ; Meduza ; Kyiv Independent | The Kyiv Independent
Global Times ; China Daily ; CCTV ; South China Morning Post ; Asahi Shimbun ; NHK ; Nikkei
Times of India | The Times of India ; Hindustan Times ; Sydney Morning Herald ; Folha de S. Paulo | Folha de São Paulo
Bellingcat ; Wikipédia | Wikipedia ; Wikinews
"""

ARMED_GROUPS = """
Talibans | Taliban | Talibans pakistanais | Pakistani Taliban | Tehrik-e-Taliban Pakistan | TTP
Réseau Haqqani | Haqqani network
État islamique | Daech | Daesh | EI | Islamic State | ISIS | ISIL | IS | État Islamique | EIIL
 | État islamique en Irak et au Levant | Islamic State of Iraq and the Levant | Islamic State group
Al-Qaïda | Al-Qaida | Al-Qaeda | Al Qaïda | Al Qaida | Al Qaeda
Al-Qaïda au Maghreb islamique | AQMI | Aqmi | AQIM | Al-Qaeda in the Islamic Maghreb
Al-Qaïda dans la péninsule Arabique | AQPA | Aqpa | AQAP | Al-Qaeda in the Arabian Peninsula
Front Al-Nosra | Al-Nosra | Front al-Nosra | Nusra Front | Al-Nusra Front
Hayat Tahrir al-Cham | HTS | Hayat Tahrir al-Sham ; Armée syrienne libre | ASL | Free Syrian Army | FSA
Forces démocratiques syriennes | FDS | Syrian Democratic Forces
Unités de protection du peuple | YPG | People's Protection Units ; Peshmergas | Peshmerga
Parti des travailleurs du Kurdistan | PKK | Kurdistan Workers' Party ; Hezbollah | Hizbollah | Hizbullah ; Hamas
Brigades Ezzedine al-Qassam | Brigades al-Qassam | Al-Qassam Brigades | Izz ad-Din al-Qassam Brigades
Djihad islamique | Jihad islamique | Islamic Jihad | Palestinian Islamic Jihad
Front populaire de libération de la Palestine | FPLP | PFLP ; Houthis | Houthistes | Houthi | Ansar Allah | Ansarullah
Kataeb Hezbollah | Kataib Hezbollah ; Hachd al-Chaabi | Popular Mobilization Forces ; Armée du Mahdi | Mahdi Army
Moudjahidine du peuple | Moudjahidines du peuple | OMPI | MEK ; Boko Haram ; Iswap | ISWAP ; Ansaru
Shebab | Shebabs | Chabab | Al-Shabaab | Al-Shabab | Al Shabaab | Al-Chabab
Ansar Dine | Ansar Eddine | Ansar ed-Dine ; MNLA | Mouvement national de libération de l'Azawad
Mujao | MUJAO | Mouvement pour l'unicité et le jihad en Afrique de l'Ouest
Groupe de soutien à l'islam et aux musulmans | GSIM | JNIM ; Al-Mourabitoune | Al-Mourabitoun
Ansar al-Charia | Ansar Al-Charia | Ansar al-Sharia ; Groupe islamique armé | GIA
Front Polisario | Polisario | Polisario Front ; Forces de soutien rapide | FSR | Rapid Support Forces
Janjawid | Janjaweed ; Front de libération du peuple du Tigré | TPLF | Tigray People's Liberation Front
Armée de résistance du Seigneur | LRA | Lord's Resistance Army ; M23 | Mouvement du 23-Mars
Forces démocratiques de libération du Rwanda | FDLR ; Forces démocratiques alliées | ADF | Allied Democratic Forces
Séléka | Seleka ; Anti-balaka ; Union des forces démocratiques pour le rassemblement | UFDR
Wagner | Groupe Wagner | Wagner Group ; Régiment Azov | Bataillon Azov | Azov Regiment | Azov Battalion | Brigade Azov
Armée de libération du Kosovo | UCK | Kosovo Liberation Army | KLA ; ETA | Euskadi ta Askatasuna
Armée républicaine irlandaise | IRA | Irish Republican Army ; FLNC | Front de libération nationale de la Corse
Action directe ; Brigades rouges | Red Brigades ; Fraction armée rouge | Red Army Faction
Forces armées révolutionnaires de Colombie | FARC | Farc | Revolutionary Armed Forces of Colombia
Armée de libération nationale | ELN | National Liberation Army ; Sentier lumineux | Shining Path
Tigres de libération de l'Eelam tamoul | LTTE | Tigres tamouls | Tamil Tigers
 | Liberation Tigers of Tamil Eelam
Lashkar-e-Taiba | Lashkar-e-Toiba ; Jaish-e-Mohammed ; Jemaah Islamiyah ; Abou Sayyaf | Abu Sayyaf
Front Moro islamique de libération | Moro Islamic Liberation Front
Armée de libération du Baloutchistan | Balochistan Liberation Army | BLA ; Armée de libération nationale karen | KNLA
Ku Klux Klan
"""
