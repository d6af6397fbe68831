import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** PDF files → one line of findings per broken rule, by veraPDF's own profiles. Usage: Judge FLAVOUR,... FILE... */
public class Judge {
    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        boolean sound = true;
        for (String file : List.of(args).subList(1, args.length)) {
            for (String name : args[0].split(",")) {
                sound &= judge(Path.of(file), PDFAFlavour.byFlavourId(name));
            }
        }
        System.exit(sound ? 0 : 1);
    }

    /** One file against one flavour; a new parser each time, because a parser remembers the flavour it was opened for. */
    private static boolean judge(Path file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile(), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "pass " : "FAIL ") + flavour.getId() + " " + file
                    + " (" + result.getTotalAssertions() + " checks)");
            Map<String, Long> findings = result.getTestAssertions().stream()
                    .filter(finding -> finding.getStatus() == TestAssertion.Status.FAILED)
                    .collect(Collectors.groupingBy(Judge::rule, TreeMap::new, Collectors.counting()));
            findings.forEach((rule, times) -> System.out.println("  " + rule + ", " + times + " x"));
            return result.isCompliant();
        }
    }

    private static String rule(TestAssertion finding) {
        return finding.getRuleId().getClause() + "-" + finding.getRuleId().getTestNumber() + " " + finding.getMessage();
    }
}
