package search.nib;

import java.util.List;

public record Document(String title, List<String> words) {}
