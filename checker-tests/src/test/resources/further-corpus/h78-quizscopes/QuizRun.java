package quizscopes;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** One run through a quiz. */
@Component
@Scope("prototype")
public class QuizRun {

    private final List<String> wrong = new ArrayList<>();
    private int right;
    private int asked;
    private boolean finished;

    public QuizRun answer(String question, boolean correct) {
        if (finished) {
            throw new IllegalStateException("finished");
        }
        asked++;
        if (correct) {
            right++;
        } else if (!wrong.contains(question)) {
            wrong.add(question);
        }
        return this;
    }

    public int finish() {
        if (!finished) {
            finished = true;
        }
        return asked == 0 ? 0 : right * 100 / asked;
    }

    public List<String> wrong() {
        return wrong;
    }
}
