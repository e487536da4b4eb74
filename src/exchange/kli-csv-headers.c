/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headers of tables of contacts, in the words of the programs and languages that write them:
 * Google (old and new), Outlook, Thunderbird, LinkedIn, Roundcube, Mautic, Northwind, and plain ones
 * in English, Polish, Indonesian, German, French, Spanish, Italian, Portuguese and Dutch. A new
 * program costs words here and nothing else. */
#include "exchange/kli-csv-columns.h"

/* The words of one field. */
#define FIELD(field, words)                                                                                            \
  {                                                                                                                    \
    words, KLI_CSV_##field, "", "", ""                                                                                 \
  }
/* The same for a point or an address, with the label that the header gives. */
#define LABELLED(field, label, words)                                                                                  \
  {                                                                                                                    \
    words, KLI_CSV_##field, label, "", ""                                                                              \
  }
/* A name in a chat network. */
#define CHAT(scheme, words)                                                                                            \
  {                                                                                                                    \
    words, KLI_CSV_CHAT, "", scheme, ""                                                                                \
  }
/* A member of a numbered group: "Phone 2 - Value". */
#define GROUPED(field, stem, words)                                                                                    \
  {                                                                                                                    \
    words, KLI_CSV_##field, "", "", stem                                                                               \
  }

const KliCsvHeader kli_csv_headers[] = {
  /* Names. */
  FIELD (NAME,
         "name fullname displayname contactname personname customername clientname formattedname fileas contact "
         "contactperson customer client"),
  FIELD (NAME,
         "nazwa imieinazwisko imienazwisko nazwiskoiimie nazwakontaktu pelnanazwa nazwawyswietlana klient "
         "kontrahent nama namalengkap namakontak namapelanggan namaklien namatampilan kontakt osobakontaktowa "
         "wyswietlananazwa namasiswa narahubung pelanggan klien"),
  FIELD (NAME,
         "anzeigename vollstandigername nomcomplet nombrecompleto nomecompleto nomeesteso volledigenaam nom nombre "
         "nome naam ansprechpartner"),
  FIELD (GIVEN, "firstname givenname forename imie namadepan vorname prenom primernombre primeironome voornaam first"),
  FIELD (ADDITIONAL,
         "middlename additionalname additionalnames middle drugieimie namatengah weiterevornamen zweitervorname "
         "middleinitial"),
  FIELD (FAMILY,
         "lastname familyname surname nazwisko namabelakang namakeluarga nachname familienname nomdefamille "
         "apellido apellidos cognome sobrenome achternaam last"),
  FIELD (PREFIX,
         "nameprefix prefix titleofcourtesy salutation honorific honorificprefix tytulprzednazwiskiem gelardepan "
         "anrede"),
  FIELD (SUFFIX, "namesuffix suffix honorificsuffix gelarbelakang"),
  FIELD (CALL_NAME, "callname"),
  FIELD (ADDRESS_FORM, "formofaddress addressform sapaan formagrzecznosciowa zwrotgrzecznosciowy"),
  FIELD (VOCATIVE, "vocative wolacz"),
  FIELD (LEGAL_FORM, "legalform formaprawna badanusaha bentukusaha badanhukum rechtsform formejuridique"),
  FIELD (NICKNAME, "nickname nick pseudonim ksywka namapanggilan panggilan spitzname surnom apodo"),
  FIELD (TITLE, "title"),
  FIELD (KIND, "kind contactkind"),

  /* Where somebody works. */
  GROUPED (ORGANISATION,
           "organization",
           "company companyname organization organisation organizationname organisationname business employer firm "
           "accountname firma nazwafirmy przedsiebiorstwo organizacja perusahaan namaperusahaan instansi organisasi "
           "unternehmen firmenname societe entreprise empresa azienda bedrijf"),
  GROUPED (ROLE,
           "organization",
           "jobtitle position role occupation contacttitle organizationtitle organisationtitle designation "
           "profession function stanowisko funkcja zawod jabatan posisi pekerjaan berufsbezeichnung beruf fonction "
           "poste cargo puesto functie"),
  GROUPED (DEPARTMENT,
           "organization",
           "department organizationdepartment organisationdepartment division dzial departemen bagian divisi "
           "abteilung"),

  /* Days. Thunderbird's "Birth Day" is told from "Birthday" by the columns beside it. */
  FIELD (BIRTHDAY,
         "birthday birthdate dateofbirth dob born urodziny dataurodzenia ulangtahun tanggallahir tgllahir "
         "geburtstag geburtsdatum anniversaire datedenaissance fechadenacimiento cumpleanos datadinascita"),
  FIELD (BIRTH_YEAR, "birthyear"),
  FIELD (BIRTH_MONTH, "birthmonth"),
  FIELD (ANNIVERSARY, "anniversary weddinganniversary rocznica jahrestag"),
  GROUPED (EVENT, "event", "eventvalue"),
  GROUPED (EVENT_LABEL, "event", "eventlabel eventtype"),

  /* Notes, tags, identity. */
  FIELD (NOTE,
         "notes note comments comment remarks description additionalinfo additionalinformation memo notatka "
         "notatki uwagi opis komentarz catatan keterangan notizen bemerkungen remarques notas commento"),
  FIELD (TAGS,
         "tags tag labels categories category groupmembership group groups keywords etykiety etykieta grupa grupy "
         "kategoria kategorie tagi kelompok grup label kategori kategorien gruppe"),
  FIELD (KEY,
         "id customerid clientid contactid personid userid employeeid supplierid shipperid memberid leadid "
         "recordid rowid externalid uuid guid idkontaktu idklienta idpelanggan idkontak nomorpelanggan "
         "customernumber clientnumber kundennummer numerklienta"),
  FIELD (UID, "uid"),
  FIELD (PHOTO, "photodata"),
  FIELD (LINE, "vcardline"),

  /* Phones. */
  FIELD (PHONE,
         "phone phonenumber phoneno contactnumber contactno telno telephone telephonenumber tel contactphone phones "
         "telefon numertelefonu "
         "nrtelefonu telefonstacjonarny telepon nomortelepon notelp notelepon telp notlp telefonnummer rufnummer "
         "telephonefixe telefono telefone telefoon nrtel nomortelp"),
  FIELD (NUMBER, "number numer nomor kontak"),
  GROUPED (PHONE, "phone", "phonevalue"),
  LABELLED (PHONE,
            "cell",
            "mobile mobilephone mobilenumber mobilephonenumber cell cellphone cellular gsm whatsapp handphone "
            "homemobile mobileno cellphonenumber"),
  LABELLED (PHONE,
            "cell",
            "telefonkomorkowy komorka komorkowy kom hp nohp nomorhp nomorponsel ponsel seluler nowa nowhatsapp "
            "nomorwhatsapp mobil mobiltelefon handy portable mobiltelefonnummer movil celular cellulare mobiel "
            "telkomorkowy telkom telefonkom telkomorka nomorwa nomorseluler nomorhandphone telepongenggam"),
  LABELLED (PHONE, "home", "homephone homephonenumber homenumber telefondomowy teleponrumah telefonprivat teldomowy"),
  LABELLED (PHONE,
            "work",
            "workphone businessphone officephone workphonenumber worknumber telefonsluzbowy telefonpraca "
            "teleponkantor telefongeschaftlich telefonarbeit teldopracy"),
  LABELLED (PHONE, "work cell", "workmobile businessmobile"),
  LABELLED (PHONE, "main", "primaryphone companymainphone mainphone phonemain"),
  LABELLED (PHONE, "other", "otherphone"),
  LABELLED (PHONE, "fax", "fax faxnumber faks nofaks nomorfaks"),
  LABELLED (PHONE, "home fax", "homefax"),
  LABELLED (PHONE, "work fax", "workfax businessfax"),
  LABELLED (PHONE, "other fax", "otherfax"),
  LABELLED (PHONE, "pager", "pager pagernumber nomorpager"),
  LABELLED (PHONE, "car", "carphone"),
  LABELLED (PHONE, "video", "phonevideo"),
  LABELLED (PHONE, "assistant", "assistantsphone"),
  LABELLED (PHONE, "radio", "radiophone"),
  LABELLED (PHONE, "isdn", "isdn"),
  LABELLED (PHONE, "telex", "telex"),
  LABELLED (PHONE, "callback", "callback"),
  LABELLED (PHONE, "textphone", "ttytddphone"),

  /* Official numbers, by their kind; bank accounts and tax numbers are of the kind they look like. */
  FIELD (IDENTIFIER,
         "taxid taxnumber vatid vatnumber vatno vatregistrationnumber numeridentyfikacyjny ustidnr ustid "
         "bankaccount bankaccountnumber accountnumber kontobankowe numerkonta nrkonta rachunekbankowy numerrachunku "
         "nrrachunku"),
  LABELLED (IDENTIFIER, "nip", "nip nrnip numernip nipue nipfirmy"),
  LABELLED (IDENTIFIER, "regon", "regon nrregon numerregon"),
  LABELLED (IDENTIFIER, "krs", "krs nrkrs numerkrs"),
  LABELLED (IDENTIFIER, "iban", "iban ibannumber nrb"),
  LABELLED (IDENTIFIER, "npwp", "npwp nonpwp nomornpwp"),
  LABELLED (IDENTIFIER, "nib", "nib nonib nomornib nomorindukberusaha"),
  LABELLED (IDENTIFIER, "account", "rekening norekening nomorrekening norek rekeningbank nomorrekeningbank"),
  LABELLED (IDENTIFIER, "pesel", "pesel nrpesel numerpesel"),
  LABELLED (IDENTIFIER, "nik", "nik nonik nomornik nomorktp noktp nomorindukkependudukan"),
  GROUPED (IDENTIFIER, "identifier", "identifiervalue"),
  GROUPED (IDENTIFIER_KIND, "identifier", "identifierkind"),
  GROUPED (LABEL, "identifier", "identifierlabel"),

  /* Mail. */
  FIELD (MAIL,
         "email emailaddress mail mailaddress emailid contactemail primaryemail secondaryemail emails "
         "emailaddresses adresemail alamatemail surel alamatsurel posel emailadresse adressemail adresseemail "
         "adressedemessagerie correo correoelectronico adrespocztyelektronicznej podstawowyadresemail "
         "dodatkowyadresemail emailutama emailsekunder useremail alternateemail"),
  GROUPED (MAIL, "email", "emailvalue"),
  LABELLED (MAIL, "home", "emailhome homeemail personalemail emailprivat emailprywatny"),
  LABELLED (MAIL, "work", "emailwork workemail businessemail emailsluzbowy"),
  LABELLED (MAIL, "other", "emailother otheremail"),

  /* Pages. */
  FIELD (PAGE,
         "website web webpage url homepage websites webaddress strona stronawww stronainternetowa www situs "
         "situsweb laman webseite internetseite siteweb sitioweb sitoweb userurl stronasieciweb"),
  GROUPED (PAGE, "website", "websitevalue"),
  LABELLED (PAGE, "blog", "websiteblog"),
  LABELLED (PAGE, "homepage", "websitehomepage"),
  LABELLED (PAGE, "profile", "websiteprofile"),
  LABELLED (PAGE, "home", "personalwebpage personalwebsite"),
  LABELLED (PAGE, "work", "websitework businesswebpage businesswebsite"),
  LABELLED (PAGE, "other", "websiteother"),
  LABELLED (PAGE, "LinkedIn", "linkedin linkedinurl linkedinprofile"),

  /* Chat names. */
  CHAT ("aim", "imaim aim"),
  CHAT ("icq", "imicq icq"),
  CHAT ("xmpp", "imjabber jabber xmpp"),
  CHAT ("msn", "immsn msn"),
  CHAT ("skype", "imskype skype skypename"),
  CHAT ("ymsgr", "imyahoo"),
  CHAT ("telegram", "telegram imtelegram telegramusername telegramhandle"),
  CHAT ("line", "line imline lineid idline lineusername"),
  CHAT ("instagram", "instagram iminstagram instagramusername instagramhandle akuninstagram"),
  CHAT ("facebook", "facebook imfacebook facebookurl facebookusername facebookprofile messenger"),
  CHAT ("signal", "signal"),
  GROUPED (CHAT, "im", "imvalue"),
  GROUPED (CHAT, "chat", "chatvalue"),

  /* Addresses: a plain one, of the home, of the work, another. */
  FIELD (STREET,
         "street streetaddress address addressline ulica adres ulicainumer ulicanr adreskorespondencyjny alamat "
         "alamatlengkap jalan strasse anschrift adresse rue direccion direcao indirizzo calle straat mailingstreet "
         "primaryaddressstreet billingstreet billingaddress"),
  FIELD (CITY,
         "city town miasto miejscowosc kota kotakabupaten kabupaten ort stadt ville ciudad citta cidade plaats "
         "woonplaats towncity citytown mailingcity primaryaddresscity billingcity"),
  FIELD (POSTCODE,
         "zip zipcode postalcode postcode kodpocztowy kodepos plz postleitzahl codepostal codigopostal cap postal "
         "mailingzip mailingzippostalcode mailingpostalcode primaryaddresspostalcode billingzip billingpostalcode"),
  FIELD (REGION,
         "state region province wojewodztwo provinsi propinsi bundesland kanton provincia provincie departement "
         "mailingstate mailingstateprovince primaryaddressstate billingstate"),
  FIELD (COUNTY, "county powiat"),
  FIELD (COUNTRY,
         "country countryregion kraj panstwo negara land pays pais paese mailingcountry primaryaddresscountry "
         "billingcountry"),
  LABELLED (STREET, "home", "homestreet homestreetaddress homeaddress adresdomowy adresdomowyulica alamatrumah"),
  LABELLED (CITY, "home", "homecity adresdomowymiasto adresdomowymiejscowosc"),
  LABELLED (POSTCODE, "home", "homezip homezipcode homepostalcode homepostcode adresdomowykodpocztowy"),
  LABELLED (REGION, "home", "homestate homeregion homeprovince"),
  LABELLED (COUNTRY, "home", "homecountry homecountryregion adresdomowykraj adresdomowykrajregion"),
  LABELLED (STREET,
            "work",
            "workstreet workaddress businessstreet businessaddress officeaddress companyaddress companystreet "
            "adressluzbowy adressluzbowyulica alamatkantor"),
  LABELLED (CITY, "work", "workcity businesscity officecity companycity adressluzbowymiasto adressluzbowymiejscowosc"),
  LABELLED (POSTCODE,
            "work",
            "workzip workzipcode workpostalcode businesszip businesspostalcode companyzip companyzipcode "
            "companypostalcode adressluzbowykodpocztowy"),
  LABELLED (REGION, "work", "workstate workregion businessstate businessregion companystate"),
  LABELLED (
      COUNTRY,
      "work",
      "workcountry businesscountry businesscountryregion companycountry adressluzbowykraj adressluzbowykrajregion"),
  LABELLED (STREET, "other", "otherstreet otheraddress"),
  LABELLED (CITY, "other", "othercity"),
  LABELLED (POSTCODE, "other", "otherzip otherzipcode otherpostalcode"),
  LABELLED (REGION, "other", "otherstate otherregion"),
  LABELLED (COUNTRY, "other", "othercountry othercountryregion"),
  FIELD (FORMATTED, "location fulladdress mailingaddress lokasi"),

  /* The number of the house, and of the flat in it. */
  FIELD (HOUSE, "hausnummer hausnr nrdomu numerdomu nrbudynku numerbudynku"),
  FIELD (FLAT, "nrlokalu numerlokalu nrmieszkania numermieszkania"),

  /* Outlook and what it has taught in Polish, German, French, Spanish, Italian, Portuguese and Indonesian:
   * "Ulica (biuro)", "Ort geschäftlich", "Code postal (domicile)". */
  FIELD (ADDITIONAL, "deuxiemeprenom segundonombre secondonome nomedomeio"),
  FIELD (FAMILY, "ultimonome"),
  FIELD (SUFFIX, "sufiks suffixe sufijo suffisso sufixo"),
  FIELD (NICKNAME, "przydomek soprannome"),
  FIELD (NAME, "nomaafficher nombreenpantalla nomevisualizzato mostrarnome"),
  FIELD (TITLE, "tytul titel titre titolo titulo"),
  FIELD (BIRTHDAY, "compleanno aniversario datadenascimento"),
  FIELD (ANNIVERSARY, "anniversario"),
  FIELD (TAGS, "categorias categorie"),
  GROUPED (ORGANISATION, "organization", "organizacion organizzazione organizacao societa workcompany"),
  GROUPED (ROLE, "organization", "qualifica worktitle"),
  GROUPED (DEPARTMENT, "organization", "oddzial departamento reparto workdept"),
  FIELD (PHONE, "fone"),
  LABELLED (PHONE,
            "cell",
            "telmobile telephonemobile mobiltelnr telefonomovil telefonomobile numerocellulare telefonecelular "
            "teleponseluler"),
  LABELLED (PHONE,
            "home",
            "telefondom telephonedomicile teldomicile telefonoparticular telefonodicasa fonedecasa "
            "telefoneresidencial"),
  LABELLED (PHONE,
            "work",
            "telefonbiuro teldienstlich telephonebureau telprofessionnel telefonodeltrabajo telefonotrabajo "
            "telefonodilavoro telefonolavoro fonecomercial fonedetrabalho telefonecomercial"),
  LABELLED (PHONE,
            "main",
            "telefonglowny haupttelefon telephoneprincipal telefonoprincipal telefonoprincipale foneprimario "
            "teleponutama"),
  LABELLED (PHONE,
            "other",
            "innytelefon telefoninny weiterestelefon telephoneautre otrotelefono phonealtro outrofone teleponlain"),
  LABELLED (PHONE, "fax", "faxnummer telecopie numerofax numerodefax"),
  LABELLED (
      PHONE, "home fax", "faksdomowy faksdom faxprivat telecopiedomicile faxdicasa faxdecasa faxparticular faksrumah"),
  LABELLED (PHONE,
            "work fax",
            "fakssluzbowy faksbiuro faxgeschaftlich telecopiebureau faxdilavoro faxdeltrabajo faxcomercial fakskantor"),
  LABELLED (PHONE, "other fax", "faksinny innyfaks weiteresfax telecopieautre otrofax faxaltro outrofax fakslain"),
  LABELLED (PHONE,
            "pager",
            "pagernummer recepteurderadiomessagerie buscapersonas numerocercapersone numeropager numerodopager"),
  LABELLED (PHONE, "car", "telefonsamochodowy autotelefon telephonevoiture telefonodellauto fonedocarro"),
  LABELLED (PHONE,
            "assistant",
            "telefonasystenta telefonassistent telephonedelassistante telefonodellassistente fonedoassistente"),
  FIELD (MAIL,
         "adresseelectronique adresseelectroniqueprincipale adresseelectroniquesecondaire primareemailadresse "
         "sekundareemailadresse direcciondecorreoelectronico direcciondelcorreoelectronico "
         "direcciondecorreoelectronicoprincipal direcciondecorreoelectronicosecundaria indirizzoemail "
         "emailprincipale emailsecondaria enderecodeemail emailprimario emailsecundario"),
  FIELD (PAGE, "pageweb paginaweb"),
  LABELLED (PAGE, "home", "osobistastronasieciweb"),
  FIELD (STREET, "endereco"),
  FIELD (POSTCODE, "cep"),
  FIELD (REGION, "estado"),
  LABELLED (STREET,
            "home",
            "ulicadom strasseprivat privatadresse ruedomicile adresseprivee calledeldomicilio direccionpersonal "
            "indirizzodicasa ruadecasa enderecodecasa jalanrumah"),
  LABELLED (CITY,
            "home",
            "miastodom ortprivat privatort villedomicile ciudaddeldomicilio ciudaddedomicilio cittadiresidenza "
            "cidadedecasa kotarumah"),
  LABELLED (POSTCODE,
            "home",
            "kodpocztowydom postleitzahlprivat privatplz codepostaldomicile codigopostaldeldomicilio capdicasa "
            "capdiresidenza codigopostaldecasa cepdecasa kodeposrumah"),
  LABELLED (REGION,
            "home",
            "wojewodztwodom regionprivat depregiondomicile provinciaoestadodeldomicilio provinciadiresidenza "
            "estadodecasa provinsirumah"),
  LABELLED (COUNTRY,
            "home",
            "krajregiondom krajdom landprivat landregionprivat privatland paysregiondomicile "
            "paisoregiondeldomicilio paisderesidencia nazioneregionedicasa nazionediresidenza regiaopaisdecasa "
            "paisdecasa negararumah"),
  LABELLED (STREET,
            "work",
            "ulicabiuro strassegeschaftlich dienstlichadresse ruebureau adresseprofessionnelle calledeltrabajo "
            "direcciondetrabajo indirizzodilavoro ruacomercial enderecodetrabalho jalankantor"),
  LABELLED (CITY,
            "work",
            "miastobiuro ortgeschaftlich dienstlichort villebureau ciudaddetrabajo ciudaddeltrabajo cittadilavoro "
            "cidadecomercial cidadedetrabalho kotakantor"),
  LABELLED (POSTCODE,
            "work",
            "kodpocztowybiuro postleitzahlgeschaftlich dienstlichplz codepostalbureau codigopostaldeltrabajo "
            "capdilavoro codigopostalcomercial cepdetrabalho kodeposkantor"),
  LABELLED (REGION,
            "work",
            "wojewodztwobiuro regiongeschaftlich depregionbureau provinciaoestadodetrabajo "
            "provinciaoestadodeltrabajo provinciadilavoro estadocomercial provinsikantor"),
  LABELLED (COUNTRY,
            "work",
            "krajregionbiuro krajbiuro landgeschaftlich landregiongeschaftlich dienstlichland paysregionbureau "
            "paisoregiondeltrabajo nazioneregionedilavoro nazionedilavoro regiaopaiscomercial paisdetrabalho "
            "negarakantor"),
  LABELLED (STREET, "other", "ulicainny ulicainna ulicainne weiterestrasse rueautre otracalle viaaltro outrarua"),
  LABELLED (CITY, "other", "miastoinny miastoinne weitererort villeautre otraciudad cittaaltro outracidade"),
  LABELLED (POSTCODE,
            "other",
            "kodpocztowyinny kodpocztowyinne weiterepostleitzahl codepostalautre otrocodigopostal "
            "cappostalealtro outrocodigopostal"),
  LABELLED (REGION,
            "other",
            "wojewodztwoinny wojewodztwoinne weitereregion depregionautre otraprovinciaoestado statoaltro "
            "outroestado"),
  LABELLED (COUNTRY,
            "other",
            "krajregioninny krajregioninne krajinny weiteresland weiteresregionland paysregionautre "
            "otropaisoregion nazioneregionealtro outropaisregiao"),

  /* Numbered groups, as Google and our own tables write them. */
  GROUPED (LABEL, "phone", "phonetype phonelabel"),
  GROUPED (LABEL, "email", "emailtype emaillabel"),
  GROUPED (LABEL, "website", "websitetype websitelabel"),
  GROUPED (LABEL, "im", "imservice"),
  GROUPED (LABEL, "chat", "chatlabel"),
  GROUPED (LABEL, "address", "addresstype addresslabel"),
  GROUPED (PREFERRED, "phone", "phonepreferred"),
  GROUPED (PREFERRED, "email", "emailpreferred"),
  GROUPED (PREFERRED, "website", "websitepreferred"),
  GROUPED (PREFERRED, "chat", "chatpreferred"),
  GROUPED (PREFERRED, "address", "addresspreferred"),
  GROUPED (FORMATTED, "address", "addressformatted"),
  GROUPED (STREET, "address", "addressstreet"),
  GROUPED (CITY, "address", "addresscity"),
  GROUPED (REGION, "address", "addressregion"),
  GROUPED (POSTCODE, "address", "addresspostalcode"),
  GROUPED (COUNTRY, "address", "addresscountry"),
  GROUPED (OWN_HOUSE, "address", "addresshouse"),
  GROUPED (RT, "address", "addressrt rt"),
  GROUPED (RW, "address", "addressrw rw"),
  GROUPED (VILLAGE, "address", "addressvillage kelurahan desa kelurahandesa desakelurahan"),
  GROUPED (DISTRICT, "address", "addressdistrict kecamatan"),

  { 0 },
};
