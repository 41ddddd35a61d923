"""Given names that tell a person's name from another one: French, English and the most frequent of other languages.

Words that begin a sentence in another sense ("Rose", "Will") and first parts of other names ("San") are left out.
"""

GIVEN_NAMES = """
Abbas Abd Abdallah Abdel Abdelaziz Abdelkader Abdellah Abdou Abdoulaye Abdul Abdullah Abel Abraham Abu Adam Adama Adel
Adèle Adnan Adrian Adrien Agathe Agnès Ahmad Ahmed Aïcha Aisha Akbar Akira Alain Alan Alassane Albert Alberto Aldo Alec
Alejandro Aleksandr Alessandro Alex Alexandra Alexandre Alexander Alexei Alexeï Alexis Alfred Ali Alice Aline Alioune
Alison Allen Alphonse Amadou Amanda Amélie Amina Aminata Amine Amir Amy Ana Anastasia Anatole Anders Andrea Andreas
Andreï Andrei Andrej Andrés Andrew Andrzej André Andy Angela Angélique Anissa Anita Ann Anna Annabelle Anne Annette
Annick Annie Anouar Anthony Antoine Antoinette Anton Antonin Antonio António Antony Ariane Ariel Aristide Armand Arnaud
Arnold Arthur Asif Astrid Aude Audrey Augustin Aung Aurélie Aurélien Avigdor Axel Ayman Aziz
Babacar Baptiste Barack Barbara Bart Bashar Bastien Beatrice Béatrice Ben Benazir Bénédicte Benjamin Benoît Benyamin
Bernadette Bernard Bernhard Bernie Bertrand Beth Betty Bilal Bill Björn Blaise Blandine Bob Bobby Boris Boubacar Brad
Brandon Brenda Brendan Brian Brice Brigitte Britney Bruce Bruno Bryan Burhan
Camille Carine Carl Carla Carlo Carlos Carmen Carole Caroline Catherine Cécile Cédric Célia Céline César Charles
Charlie Charlotte Chloé Chris Christelle Christian Christiane Christina Christine Christophe Christopher Cindy Claire
Clara Clarisse Claude Claudia Claudine Claudio Clément Clémence Clémentine Colette Colin Connor Constance Coralie
Corinne Craig Cristiano Cristina Cynthia Cyril Cyrille
Damien Dan Daniel Daniela Danièle Danielle Danny Daoud Daphné Darren Dave David Deborah Delphine Denis Denise Dennis
Derek Desmond Diana Diane Didier Diego Dieter Dieudonné Dilma Dimitri Dirk Dmitri Dmitry Dominic Dominik Dominique
Donald Donna Dorothée Doug Douglas Driss Duncan Dylan
Ed Eddie Edgar Édith Edith Edmond Édouard Edouard Eduardo Edward Edwige Ehud Eileen Elena Éléonore Eliane Elias Éliane
Élie Elie Elijah Élisabeth Elisabeth Élise Elise Elizabeth Ella Ellen Élodie Elon Elsa Émeline Emily Emma Emmanuel
Emmanuelle Émile Emile Émilie Emilie Emilio Emre Enrico Enrique Enzo Éric Eric Erica Erik Erika Erin Ernest Ernesto
Erwan Estelle Esther Ethan Étienne Etienne Eugène Eugénie Eva Évelyne Evelyne Evan Evo
Fabien Fabienne Fabio Fabrice Fadela Fahd Farah Farid Farida Faouzi Fatima Fatou Fayçal Federico Felipe Félicité Félix
Felix Ferdinand Fernand Fernando Fidel Fiona Florence Florent Florian Fouad Franck François Françoise Francesca
Francesco Francis Francisco Frank Franz Fred Frédéric Frédérique Frederick Friedrich Fumio
Gabriel Gabriela Gabriele Gabrielle Gaël Gaëlle Gaëtan Gareth Gary Gaspard Gaston Gavin Geneviève Geoffrey Geoffroy
George Georges Georgina Gérald Gerald Gérard Gerard Gerhard Géraldine Germain Ghislaine Gianni Gilbert Gilles Ginette
Giorgio Giorgia Giovanni Giulia Giuseppe Gordon Graham Grégoire Grégory Gregory Greta Guillaume Gunther Gustav Gustave
Gustavo Guy Gwenaël
Habib Hamid Hamza Hannah Hans Haris Harold Harrison Harry Haruka Harvey Hashim Hassan Hassen Heather Hector Heidi
Helen Helena Hélène Helmut Hendrik Henri Henriette Henrik Henry Herbert Hermann Hervé Hicham Hillary Hiroshi Hosni
Houari Hubert Hugh Hugo Hugues Humphrey Hussein Hossein
Ian Ibrahim Ibrahima Idriss Ignace Ignacio Igor Ilham Ilyas Imad Imran Inès Ingrid Irène Irene Irina Isaac Isabel
Isabella Isabelle Ismaël Ismail Issa Issam Ivan Ivanka Ivo
Jack Jackie Jacob Jacqueline Jacques Jaime Jair Jakob Jamal James Jamel Jamie Jan Jana Jane Janet Janine Jared Jason
Javad Javier Jay Jean Jeanne Jeannette Jeff Jeffrey Jennifer Jenny Jens Jeremy Jérémie Jérémy Jérôme Jerry Jesse
Jessica Jill Jim Jimmy Joachim Joan Joanna João Joaquin Jody Joe Joël Joëlle Joel Johan Johann Johanna Johannes John
Johnny Jon Jonas Jonathan Jordan Jordi Jorge José Joseph Josep Joséphine Josette Josh Joshua Josiane Josip Joyce Juan
Juana Judith Jules Julia Julian Juliana Julie Julien Juliette Julio Jürgen Justin Justine
Kader Kaja Kamal Kamala Kamel Karen Karim Karin Karine Karl Karol Kassem Kate Katherine Kathleen Kathy Katia Katie
Kazuo Keith Keir Kelly Ken Kenji Kenneth Kevin Kévin Khadija Khaled Khalid Khalil Kim Kirsten Klaus Kofi Konrad
Konstantin Kristalina Kristen Kurt Kwame Kyle
Lætitia Laetitia Lakhdar Lamine Lars Larry Laura Laure Laurence Laurent Laurie Lawrence Léa Leila Leïla Lena Léo Leo
Léon Leon Leonard Léonard Leonardo Leonid Léopold Leslie Leticia Lev Lewis Liam Liliane Lilian Linda Lindsay Lindsey
Lionel Lisa Liz Loïc Loïck Lorenzo Louis Louisa Louise Luc Luca Lucas Luciano Lucie Lucien Lucienne Ludovic Luigi Luis
Luisa Luiz Luiza Luka Lukas Luke Lydia Lydie Lynn
Maarten Macky Maddie Madeleine Mads Magali Maggie Magnus Mahamadou Mahmoud Mahmud Maïa Maia Majid Malcolm Malek Malik
Mamadou Manon Manuel Manuela Marc Marcel Marcelo Marcin Marco Marcus Margaret Margarita Margaux Margot Marguerite Maria
María Mariam Marie Marielle Marina Marine Mario Marion Marissa Mark Markus Marlène Marta Martha Marthe Martin Martina
Martine Martí Marwan Mary Maryam Maryse Masoud Massoud Mateusz Mathias Mathieu Mathilde Matt Matteo Matthew Matthias
Matthieu Maud Maurice Mauricio Max Maxime Maximilien Megan Meghan Mehdi Mehmet Mélanie Melania Melinda Melissa Mélissa
Mercedes Meriem Mette Mia Michael Michaël Michał Michel Michèle Micheline Michelle Mick Miguel Mike Mikhaïl Mikhail
Miloš Miloud Miriam Mitch Mohamed Mohammad Mohammadreza Mohammed Mohsen Moïse Mokhtar Molly Mona Monica Monika Monique
Morgan Morgane Moshe Mostafa Mouammar Mouloud Mounir Mourad Moussa Moustapha Muammar Muhammad Mukhtar Muriel Murielle
Mustafa Mustapha Myriam
Nabil Nadège Nadia Nadine Najat Najib Nancy Narendra Nasser Natacha Natalia Natalie Nataliya Nathalie Nathan Nawaf Neil
Nelson Nguyen Nicola Nicolae Nicolas Nicolás Nicole Nigel Nikita Nikki Nikola Nikolaï Nikol Nils Nina Noah Noam Noël
Noëlle Noémie Nora Norbert Norman Nouri Nour Nuno
Octave Odette Odile Oleg Oleksandr Olga Oliver Olivia Olivier Omar Orlando Oscar Osama Oswald Otto Oumar Oussama Owen
Pablo Pamela Paola Paolo Pascal Pascale Patrice Patricia Patrick Patti Paul Paula Paulette Pauline Paulo Pavel Pedro
Peggy Penelope Pénélope Per Perrine Pervez Pete Peter Petr Petro Phil Philip Philippe Phillip Pierre Pierrette Pieter
Pietro Piotr Priscilla Priti
Qassem Quentin
Rachel Rachid Rachida Rafael Rafaël Rafic Rafik Rahul Rainer Ralf Ralph Ramón Ramzan Ramzi Randy Raoul Raphaël Raphaëlle
Rashid Raúl Raul Ray Raymond Raymonde Rebecca Recep Régine Régis Reinhard Rémi Rémy Renato Renaud René Renée Reza
Ricardo Richard Rick Ricky Riad Rishi Rita Robert Roberta Roberto Robin Roch Rodolphe Rodrigo Rodrigue Roger Roland
Rolf Romain Roman Romano Romuald Ron Ronald Ronan Rory Rosa Roselyne Ross Roxane Ruben Rudolf Rudy Rupert Russell Ruth
Ryad Ryan
Saad Sabine Sabrina Saddam Sadio Sahra Saïd Said Saïda Salah Salim Salma Salman Salomé Salvador Salvatore Sam Sami
Samantha Samir Samira Samuel Samy Sandra Sandrine Sandy Santiago Sarah Sarra Sara Sascha Saul Scarlett Scott Sean
Sébastien Sebastian Ségolène Séverine Selin Selma Serena Serge Sergei Sergeï Sergey Sergio Shannon Sharon Shawn
Sheikh Shimon
Shinzo Shirley Sibyle Sidi Sidonie Siegfried Sigrid Silvia Silvio Simon Simone Sinead Slimane Slobodan Sofia Sofiane
Solange Sonia Sophia Sophie Soraya Stan Stanislas Stefan Stefano Stella Stéphane Stéphanie Stephanie Stephen Steve
Steven Stuart Sue Suella Susan Susana Susanna Suzanne Sven Svetlana Sviatlana Sylvain Sylvaine Sylvia Sylviane Sylvie
Taha Takeshi Tamara Tamim Tania Tanja Tareck Tariq Taro Ted Tedros Terence Teresa Terry Thabo Théo Theo Théodore
Theodore Theresa Thérèse Thibault Thibaut Thierry Thomas Tiffany Tim Timothée Timothy Tina Todd Tom Tomas Tomasz Tommy
Tony Toomas Tracy Trevor Tristan Tyler
Ugo Ulrich Ulrike Ursula
Václav Valentin Valentina Valérie Valéry Valery Vanessa Vera Véronique Victor Victoria Victorien Viktor Vincent Viola
Virginie Vitali Vitaly Viviane Vivien Vladimir Volker Volodymyr
Walid Walter Wanda Warren Wassim Wayne Wendy Werner Wilfried Wilhelm William Willy Winfried Winston Wladimir Wolfgang
Xavier Xavière
Yacine Yahya Yann Yannick Yasmina Yasmine Yasser Yassine Yitzhak Yoann Yoav Yohan Yolande Yoshihide Youri Youssef
Youssou Yukio Yulia Yusuf Yuri Yves Yvette Yvon Yvonne Yvan
Zacharie Zara Zeid Zeinab Zied Zine Zinedine Zoé Zohra Zoran
"""
