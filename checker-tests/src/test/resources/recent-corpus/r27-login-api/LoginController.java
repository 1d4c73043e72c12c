package r27loginapi;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/login")
public class LoginController {

    public record Credentials(String user, String password) { }

    private final LoginService service;

    public LoginController(LoginService service) {
        this.service = service;
    }

    @PostMapping
    public ResponseEntity<String> login(@RequestBody Credentials credentials) {
        int attempts = 0;
        while (attempts < 2) {
            attempts++;
            try {
                return service.login(credentials.user(), credentials.password())
                        ? ResponseEntity.ok("welcome")
                        : ResponseEntity.status(401).body("no");
            } catch (IllegalStateException e) {
                if (attempts == 2) {
                    throw e;
                }
            }
        }
        return ResponseEntity.internalServerError().build();
    }

    @GetMapping("/figures")
    public Map<String, Number> figures() {
        return service.figures();
    }
}
