package de.lieferei.importer;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ImportController {

  private final ImportStatus status;
  private final AtomicInteger accepted = new AtomicInteger();
  private int rejected;

  public ImportController(ImportStatus status) {
    this.status = status;
  }

  @PostMapping("/imports/{supplier}")
  public String start(@PathVariable("supplier") String supplier) {
    if (status.getRunning() > 20) { // MAYBE
      rejected++; // RACE rmw
      return "busy";
    }
    accepted.incrementAndGet();
    status.importFile(supplier, supplier + ".csv");
    return "ok";
  }

  @GetMapping("/imports")
  public String counts() {
    StringBuilder sb = new StringBuilder();
    sb.append(accepted.get());
    sb.append('/').append(rejected);
    return sb.toString();
  }
}
