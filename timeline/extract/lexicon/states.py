"""The states of the world in French and English, with what is said of them; `gazetteer` says how they are looked up.

One row each: ISO 3166-1 alpha-2 code (`-` if there is none) | names in French | names in English | demonyms in French,
masculine, with the feminine behind it where it is irregular | demonyms in English | seats of government in French | in
English. Names are parted by a comma and a space, demonyms by a space, the two words of one by `_`; the first name is
the one shown. A line that begins with a space goes on with the row above. Lands that act on their own without being a
state are here too, and states of the past.

A name that is also a given name or a surname stands with its article or not at all ("La Dominique", no "Hollande"). A
word that several states share is given to the one that is nearly always meant ("congolais", "guinéen") or to none
("coréen", "kurde"). A seat that bears the state's own name, or that of many other things, is left out, and so is
Brussels, which stands for the European Union.
"""

from __future__ import annotations

STATES = """
AF | Afghanistan | Afghanistan | afghan | afghan | Kaboul | Kabul
AL | Albanie | Albania | albanais | albanian | Tirana | Tirana
DZ | Algérie | Algeria | algérien | algerian | Alger | Algiers
AD | Andorre | Andorra | andorran | andorran | |
AO | Angola | Angola | angolais | angolan | Luanda | Luanda
AG | Antigua-et-Barbuda | Antigua and Barbuda | antiguais | antiguan | |
AR | Argentine | Argentina | argentin | argentine argentinian | Buenos Aires | Buenos Aires
AM | Arménie | Armenia | arménien | armenian | Erevan | Yerevan
AU | Australie | Australia | australien | australian | Canberra | Canberra
AT | Autriche | Austria | autrichien | austrian | Vienne | Vienna
AZ | Azerbaïdjan | Azerbaijan | azerbaïdjanais azéri | azerbaijani azeri | Bakou | Baku
BS | Bahamas | Bahamas | bahaméen | bahamian | Nassau | Nassau
BH | Bahreïn, Bahrein | Bahrain | bahreïni | bahraini | Manama | Manama
BD | Bangladesh | Bangladesh | bangladais | bangladeshi | Dacca | Dhaka
BB | Barbade | Barbados | barbadien | barbadian | |
BY | Biélorussie, Bélarus | Belarus | biélorusse bélarusse | belarusian | Minsk | Minsk
BE | Belgique | Belgium | belge | belgian | |
BZ | Belize | Belize | bélizien | belizean | Belmopan | Belmopan
BJ | Bénin | Benin | béninois | beninese | Cotonou, Porto-Novo | Cotonou, Porto-Novo
BT | Bhoutan | Bhutan | bhoutanais | bhutanese | Thimphou | Thimphu
BO | Bolivie | Bolivia | bolivien | bolivian | La Paz | La Paz
BA | Bosnie-Herzégovine, Bosnie | Bosnia and Herzegovina, Bosnia, Bosnia-Herzegovina | bosnien bosniaque
 | bosnian bosniak | Sarajevo | Sarajevo
BW | Botswana | Botswana | botswanais | botswanan | Gaborone | Gaborone
BR | Brésil | Brazil | brésilien | brazilian | Brasilia | Brasilia
BN | Brunei | Brunei | brunéien | bruneian | |
BG | Bulgarie | Bulgaria | bulgare | bulgarian | Sofia | Sofia
BF | Burkina Faso, Burkina | Burkina Faso, Burkina | burkinabè burkinabé | burkinabe | Ouagadougou | Ouagadougou
BI | Burundi | Burundi | burundais | burundian | Bujumbura, Gitega | Bujumbura, Gitega
KH | Cambodge | Cambodia | cambodgien | cambodian | Phnom Penh | Phnom Penh
CM | Cameroun | Cameroon | camerounais | cameroonian | Yaoundé | Yaounde, Yaoundé
CA | Canada | Canada | canadien | canadian | Ottawa | Ottawa
CV | Cap-Vert | Cape Verde, Cabo Verde | cap-verdien | cape_verdean | Praia | Praia
CF | Centrafrique, République centrafricaine, RCA | Central African Republic | centrafricain | central_african | Bangui
 | Bangui
TD | Tchad | Chad | tchadien | chadian | N'Djamena | N'Djamena
CL | Chili | Chile | chilien | chilean | Santiago | Santiago
CN | Chine, République populaire de Chine | China, People's Republic of China, PRC | chinois | chinese | Pékin, Beijing
 | Beijing, Peking
CO | Colombie | Colombia | colombien | colombian | Bogota | Bogota, Bogotá
KM | Comores | Comoros | comorien | comorian | Moroni | Moroni
CG | Congo, Congo-Brazzaville, République du Congo | Republic of the Congo, Republic of Congo, Congo-Brazzaville | |
 | Brazzaville | Brazzaville
CD | République démocratique du Congo, RDC, RD Congo, Congo-Kinshasa, Zaïre
 | Democratic Republic of the Congo, Congo, DRC, DR Congo, Democratic Republic of Congo, Congo-Kinshasa, Zaire
 | congolais zaïrois | congolese zairean | Kinshasa | Kinshasa
CR | Costa Rica | Costa Rica | costaricain costaricien | costa_rican | |
CI | Côte d'Ivoire | Ivory Coast, Côte d'Ivoire, Cote d'Ivoire | ivoirien | ivorian | Abidjan, Yamoussoukro
 | Abidjan, Yamoussoukro
HR | Croatie | Croatia | croate | croatian croat | Zagreb | Zagreb
CU | Cuba | Cuba | cubain | cuban | La Havane | Havana
CY | Chypre | Cyprus | chypriote | cypriot | Nicosie | Nicosia
CZ | République tchèque, Tchéquie | Czech Republic, Czechia | tchèque | czech | Prague | Prague
DK | Danemark | Denmark | danois | danish dane | Copenhague | Copenhagen
DJ | Djibouti | Djibouti | djiboutien | djiboutian | |
DM | La Dominique | Dominica | dominiquais | | |
DO | République dominicaine | Dominican Republic | dominicain | dominican | Saint-Domingue | Santo Domingo
EC | Équateur | Ecuador | équatorien | ecuadorian ecuadorean | Quito | Quito
EG | Égypte | Egypt | égyptien | egyptian | Le Caire | Cairo
SV | Salvador | El Salvador | salvadorien | salvadoran salvadorean | San Salvador | San Salvador
GQ | Guinée équatoriale | Equatorial Guinea | équatoguinéen | equatoguinean | Malabo | Malabo
ER | Érythrée | Eritrea | érythréen | eritrean | Asmara | Asmara
EE | Estonie | Estonia | estonien | estonian | Tallinn | Tallinn
SZ | Eswatini, Swaziland | Eswatini, Swaziland | swazi | swazi | Mbabane | Mbabane
ET | Éthiopie | Ethiopia | éthiopien | ethiopian | Addis-Abeba | Addis Ababa
FJ | Fidji | Fiji | fidjien | fijian | Suva | Suva
FI | Finlande | Finland | finlandais | finnish finn | Helsinki | Helsinki
FR | France, République française | France, French Republic | français | french frenchman frenchmen frenchwoman | Paris
 | Paris
GA | Gabon | Gabon | gabonais | gabonese | Libreville | Libreville
GM | Gambie | Gambia | gambien | gambian | Banjul | Banjul
GE | Géorgie | Georgia | géorgien | georgian | Tbilissi | Tbilisi
DE | Allemagne, RFA, République fédérale d'Allemagne | Germany, FRG, Federal Republic of Germany | allemand | german
 | Berlin | Berlin
GH | Ghana | Ghana | ghanéen | ghanaian | Accra | Accra
GR | Grèce | Greece | grec grecque | greek | Athènes | Athens
GD | Grenade | Grenada | grenadien | grenadian | |
GT | Guatemala | Guatemala | guatémaltèque | guatemalan | |
GN | Guinée | Guinea | guinéen | guinean | Conakry | Conakry
GW | Guinée-Bissau, Guinée-Bissao | Guinea-Bissau | bissaoguinéen | | Bissau | Bissau
GY | Guyana | Guyana | guyanien | guyanese | |
HT | Haïti | Haiti | haïtien | haitian | Port-au-Prince | Port-au-Prince
HN | Honduras | Honduras | hondurien | honduran | Tegucigalpa | Tegucigalpa
HU | Hongrie | Hungary | hongrois magyar | hungarian | Budapest | Budapest
IS | Islande | Iceland | islandais | icelandic icelander | Reykjavik | Reykjavik
IN | Inde | India | indien | indian | New Delhi | New Delhi, Delhi
ID | Indonésie | Indonesia | indonésien | indonesian | Jakarta, Djakarta | Jakarta
IR | Iran, République islamique d'Iran | Iran, Islamic Republic of Iran | iranien | iranian | Téhéran | Tehran, Teheran
IQ | Irak, Iraq | Iraq | irakien iraquien | iraqi | Bagdad | Baghdad
IE | Irlande, Eire, République d'Irlande | Ireland, Republic of Ireland | irlandais | irish irishman irishmen | Dublin
 | Dublin
IL | Israël, État hébreu, État d'Israël | Israel, State of Israel | israélien | israeli | Jérusalem, Tel-Aviv, Tel Aviv
 | Jerusalem, Tel Aviv
IT | Italie | Italy | italien | italian | Rome | Rome
JM | Jamaïque | Jamaica | jamaïcain jamaïquain | jamaican | Kingston | Kingston
JP | Japon | Japan | japonais nippon nippone | japanese | Tokyo | Tokyo
JO | Jordanie | Jordan | jordanien | jordanian | Amman | Amman
KZ | Kazakhstan | Kazakhstan | kazakh kazakhstanais | kazakh kazakhstani | Astana | Astana
KE | Kenya | Kenya | kényan kenyan | kenyan | Nairobi | Nairobi
KI | Kiribati | Kiribati | kiribatien | | |
KP | Corée du Nord, RPDC, République populaire démocratique de Corée
 | North Korea, DPRK, Democratic People's Republic of Korea | nord-coréen | north_korean | Pyongyang | Pyongyang
KR | Corée du Sud, République de Corée | South Korea, Republic of Korea | sud-coréen | south_korean | Séoul | Seoul
KW | Koweït, Koweit | Kuwait | koweïtien | kuwaiti | |
KG | Kirghizstan, Kirghizistan | Kyrgyzstan | kirghiz kirghize | kyrgyz | Bichkek | Bishkek
LA | Laos | Laos | laotien | laotian | Vientiane | Vientiane
LV | Lettonie | Latvia | letton lettonne | latvian | Riga | Riga
LB | Liban | Lebanon | libanais | lebanese | Beyrouth | Beirut
LS | Lesotho | Lesotho | lesothan | basotho | Maseru | Maseru
LR | Liberia, Libéria | Liberia | libérien | liberian | Monrovia | Monrovia
LY | Libye | Libya | libyen | libyan | Tripoli | Tripoli
LI | Liechtenstein | Liechtenstein | liechtensteinois | | Vaduz | Vaduz
LT | Lituanie | Lithuania | lituanien | lithuanian | Vilnius | Vilnius
LU | Luxembourg | Luxembourg | luxembourgeois | luxembourgish | |
MG | Madagascar | Madagascar | malgache | malagasy | Antananarivo, Tananarive | Antananarivo
MW | Malawi | Malawi | malawien malawite | malawian | Lilongwe | Lilongwe
MY | Malaisie | Malaysia | malaisien | malaysian | Kuala Lumpur | Kuala Lumpur
MV | Maldives | Maldives | maldivien | maldivian | Malé | Malé
ML | Mali | Mali | malien | malian | Bamako | Bamako
MT | Malte | Malta | maltais | maltese | La Valette | Valletta
MH | Îles Marshall | Marshall Islands | marshallais | marshallese | Majuro | Majuro
MR | Mauritanie | Mauritania | mauritanien | mauritanian | Nouakchott | Nouakchott
MU | Île Maurice, République de Maurice | Mauritius | mauricien | mauritian | Port-Louis | Port Louis
MX | Mexique | Mexico | mexicain | mexican | Mexico | Mexico City
FM | Micronésie | Micronesia | micronésien | micronesian | Palikir | Palikir
MD | Moldavie, Moldova | Moldova | moldave | moldovan | Chisinau | Chisinau
MC | Monaco | Monaco | monégasque | monegasque | |
MN | Mongolie | Mongolia | mongol | mongolian | Oulan-Bator | Ulaanbaatar, Ulan Bator
ME | Monténégro | Montenegro | monténégrin | montenegrin | Podgorica | Podgorica
MA | Maroc | Morocco | marocain | moroccan | Rabat | Rabat
MZ | Mozambique | Mozambique | mozambicain | mozambican | Maputo | Maputo
MM | Birmanie, Myanmar | Myanmar, Burma | birman | burmese | Naypyidaw, Naypyitaw | Naypyidaw, Naypyitaw
NA | Namibie | Namibia | namibien | namibian | Windhoek | Windhoek
NR | Nauru | Nauru | nauruan | nauruan | |
NP | Népal | Nepal | népalais | nepalese nepali | Katmandou | Kathmandu
NL | Pays-Bas | Netherlands, The Netherlands, Holland | néerlandais hollandais | dutch dutchman dutchmen | Amsterdam
 | Amsterdam
NZ | Nouvelle-Zélande | New Zealand | néo-zélandais | new_zealander | Wellington | Wellington
NI | Nicaragua | Nicaragua | nicaraguayen | nicaraguan | Managua | Managua
NE | Niger | Niger | nigérien | nigerien | Niamey | Niamey
NG | Nigeria, Nigéria | Nigeria | nigérian | nigerian | Abuja | Abuja
MK | Macédoine du Nord, Macédoine | North Macedonia, Macedonia | macédonien | macedonian | Skopje | Skopje
NO | Norvège | Norway | norvégien | norwegian | Oslo | Oslo
OM | Oman | Oman | omanais | omani | Mascate | Muscat
PK | Pakistan | Pakistan | pakistanais | pakistani | Islamabad | Islamabad
PW | Palaos | Palau | paluan | palauan | |
PS | Palestine, État de Palestine, État palestinien, Territoires palestiniens
 | Palestine, State of Palestine, Palestinian Territories | palestinien | palestinian | Ramallah | Ramallah
PA | Panama | Panama | panaméen | panamanian | | Panama City
PG | Papouasie-Nouvelle-Guinée | Papua New Guinea | papouasien | papua_new_guinean | Port Moresby | Port Moresby
PY | Paraguay | Paraguay | paraguayen | paraguayan | Asuncion | Asuncion, Asunción
PE | Pérou | Peru | péruvien | peruvian | Lima | Lima
PH | Philippines | Philippines | philippin | filipino philippine | Manille | Manila
PL | Pologne | Poland | polonais | polish | Varsovie | Warsaw
PT | Portugal | Portugal | portugais | portuguese | Lisbonne | Lisbon
QA | Qatar | Qatar | qatari qatarien | qatari | Doha | Doha
RO | Roumanie | Romania | roumain | romanian | Bucarest | Bucharest
RU | Russie, Fédération de Russie | Russia, Russian Federation | russe | russian | Moscou | Moscow
RW | Rwanda | Rwanda | rwandais | rwandan | Kigali | Kigali
KN | Saint-Christophe-et-Niévès | Saint Kitts and Nevis, St. Kitts and Nevis, St Kitts and Nevis | kittitien | kittitian
 | Basseterre | Basseterre
LC | Sainte-Lucie | Saint Lucia, St. Lucia, St Lucia | saint-lucien | | Castries | Castries
VC | Saint-Vincent-et-les-Grenadines, Saint-Vincent-et-les Grenadines
 | Saint Vincent and the Grenadines, St. Vincent and the Grenadines, St Vincent and the Grenadines | vincentais
 | vincentian | Kingstown | Kingstown
WS | Samoa | Samoa | samoan | samoan | Apia | Apia
SM | Saint-Marin | San Marino | saint-marinais | sammarinese | |
ST | Sao Tomé-et-Principe | São Tomé and Príncipe, Sao Tome and Principe | santoméen | | |
SA | Arabie saoudite, Arabie Saoudite | Saudi Arabia | saoudien | saudi saudi_arabian | Riyad, Riad, Ryad | Riyadh
SN | Sénégal | Senegal | sénégalais | senegalese | Dakar | Dakar
RS | Serbie | Serbia | serbe | serbian serb | Belgrade | Belgrade
SC | Seychelles | Seychelles | seychellois | seychellois | |
SL | Sierra Leone | Sierra Leone | sierra-léonais | sierra_leonean | Freetown | Freetown
SG | Singapour | Singapore | singapourien | singaporean | |
SK | Slovaquie | Slovakia | slovaque | slovak slovakian | Bratislava | Bratislava
SI | Slovénie | Slovenia | slovène | slovenian slovene | Ljubljana | Ljubljana
SB | Îles Salomon | Solomon Islands | salomonais | solomon_islander | Honiara | Honiara
SO | Somalie | Somalia | somalien | somali | Mogadiscio | Mogadishu
ZA | Afrique du Sud | South Africa | sud-africain | south_african | Pretoria | Pretoria
SS | Soudan du Sud | South Sudan | sud-soudanais | south_sudanese | Juba, Djouba | Juba
ES | Espagne | Spain | espagnol | spanish spaniard | Madrid | Madrid
LK | Sri Lanka | Sri Lanka | sri-lankais | sri_lankan | Colombo | Colombo
SD | Soudan | Sudan | soudanais | sudanese | Khartoum | Khartoum
SR | Suriname, Surinam | Suriname | surinamais | surinamese | Paramaribo | Paramaribo
SE | Suède | Sweden | suédois | swedish swede | Stockholm | Stockholm
CH | Suisse, Confédération helvétique | Switzerland | suisse helvétique | swiss | Berne | Bern
SY | Syrie, République arabe syrienne | Syria, Syrian Arab Republic | syrien | syrian | Damas | Damascus
TW | Taïwan, Taiwan | Taiwan | taïwanais taiwanais | taiwanese | Taipei, Taïpei | Taipei
TJ | Tadjikistan | Tajikistan | tadjik | tajik | Douchanbé | Dushanbe
TZ | Tanzanie | Tanzania | tanzanien | tanzanian | Dodoma, Dar es Salaam | Dodoma, Dar es Salaam
TH | Thaïlande | Thailand | thaïlandais | thai | Bangkok | Bangkok
TL | Timor oriental, Timor-Leste | East Timor, Timor-Leste | est-timorais | east_timorese | Dili | Dili
TG | Togo | Togo | togolais | togolese | Lomé | Lome, Lomé
TO | Tonga | Tonga | tongien | tongan | Nuku'alofa | Nuku'alofa
TT | Trinité-et-Tobago | Trinidad and Tobago | trinidadien | trinidadian | Port-d'Espagne | Port of Spain
TN | Tunisie | Tunisia | tunisien | tunisian | Tunis | Tunis
TR | Turquie | Turkey, Türkiye, Turkiye | turc turque | turkish turk | Ankara | Ankara
TM | Turkménistan | Turkmenistan | turkmène | turkmen | Achgabat, Achkhabad | Ashgabat
TV | Tuvalu | Tuvalu | tuvaluan | tuvaluan | Funafuti | Funafuti
UG | Ouganda | Uganda | ougandais | ugandan | Kampala | Kampala
UA | Ukraine | Ukraine | ukrainien | ukrainian | Kiev, Kyiv | Kyiv, Kiev
AE | Émirats arabes unis, Émirats, EAU | United Arab Emirates, UAE, U.A.E. | émirati émiratie émirien | emirati
 | Abou Dhabi, Abou Dabi | Abu Dhabi
GB | Royaume-Uni, Grande-Bretagne | United Kingdom, UK, U.K., Britain, Great Britain | britannique
 | british briton brit uk u.k. | Londres | London
US | États-Unis, États-Unis d'Amérique, USA, U.S.A., Amérique, É.-U., US
 | United States, US, U.S., USA, U.S.A., United States of America, America | américain états-unien étasunien étatsunien
 | american us u.s. | Washington, Washington D.C. | Washington, Washington D.C., Washington DC
UY | Uruguay | Uruguay | uruguayen | uruguayan | Montevideo | Montevideo
UZ | Ouzbékistan | Uzbekistan | ouzbek ouzbèke | uzbek | Tachkent | Tashkent
VU | Vanuatu | Vanuatu | vanuatais | vanuatuan | Port-Vila | Port Vila
VA | Vatican, Saint-Siège, État de la Cité du Vatican | Vatican, Holy See, Vatican City | | | |
VE | Venezuela | Venezuela | vénézuélien | venezuelan | Caracas | Caracas
VN | Vietnam, Viêt Nam | Vietnam | vietnamien | vietnamese | Hanoï, Hanoi | Hanoi
YE | Yémen | Yemen | yéménite | yemeni | Sanaa | Sanaa, Sana'a
ZM | Zambie | Zambia | zambien | zambian | Lusaka | Lusaka
ZW | Zimbabwe | Zimbabwe | zimbabwéen | zimbabwean | Harare | Harare
- | Kosovo | Kosovo | kosovar | kosovar kosovan | Pristina | Pristina
EH | Sahara occidental | Western Sahara | sahraoui | sahrawi | |
HK | Hong Kong | Hong Kong | hongkongais | hongkonger | |
MO | Macao | Macau, Macao | macanais | macanese | |
GL | Groenland | Greenland | groenlandais | greenlandic greenlander | Nuuk | Nuuk
NC | Nouvelle-Calédonie | New Caledonia | calédonien néo-calédonien | new_caledonian | Nouméa | Noumea
PR | Porto Rico | Puerto Rico | portoricain | puerto_rican | |
FO | Îles Féroé | Faroe Islands | féroïen | faroese | Torshavn | Torshavn
CK | Îles Cook | Cook Islands | | | |
- | URSS, Union soviétique | USSR, Soviet Union | soviétique | soviet | |
- | Yougoslavie | Yugoslavia | yougoslave | yugoslav | |
- | Tchécoslovaquie | Czechoslovakia | tchécoslovaque | czechoslovak | |
- | RDA, Allemagne de l'Est | GDR, East Germany | est-allemand | east_german | Berlin-Est | East Berlin
- | Allemagne de l'Ouest | West Germany | ouest-allemand | west_german | Bonn | Bonn
- | Tibet | Tibet | tibétain | tibetan | Lhassa | Lhasa
- | Écosse | Scotland | écossais | scottish scot | Édimbourg | Edinburgh
- | Pays de Galles | Wales | gallois | welsh | |
- | Irlande du Nord | Northern Ireland | nord-irlandais | northern_irish | |
- | Catalogne | Catalonia | catalan | catalan | |
- | Abkhazie | Abkhazia | abkhaze | abkhazian | Soukhoumi | Sukhumi
- | Ossétie du Sud | South Ossetia | sud-ossète | south_ossetian | Tskhinvali | Tskhinvali
- | Transnistrie | Transnistria | transnistrien | transnistrian | Tiraspol | Tiraspol
- | Tchétchénie | Chechnya | tchétchène | chechen | Grozny | Grozny
- | Haut-Karabakh, Nagorny-Karabakh | Nagorno-Karabakh | | | Stepanakert | Stepanakert
- | Kurdistan irakien, Kurdistan | Iraqi Kurdistan, Kurdistan | | | Erbil | Erbil
- | Somaliland | Somaliland | somalilandais | somalilander | Hargeisa | Hargeisa
- | Empire ottoman | Ottoman Empire | ottoman | ottoman | |
- | Autriche-Hongrie | Austria-Hungary | austro-hongrois | austro-hungarian | |
- | Prusse | Prussia | prussien | prussian | |
- | Perse | Persia | perse | | |
- | Rhodésie | Rhodesia | rhodésien | rhodesian | |
- | Sud-Vietnam | South Vietnam | sud-vietnamien | south_vietnamese | Saïgon | Saigon
- | Nord-Vietnam | North Vietnam | nord-vietnamien | north_vietnamese | |
- | Angleterre | England | anglais | english englishman englishmen | |
- | Chypre du Nord, République turque de Chypre du Nord | Northern Cyprus, Turkish Republic of Northern Cyprus | | | |
"""
