# Made by the release: for a tap of your own, as Formula/ftctl.rb.
class Ftctl < Formula
  desc "Keeps a Fivetran account as YAML files say: manifests, plan, apply"
  homepage "https://github.com/@REPOSITORY@"
  version "@VERSION@"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/ftctl-@VERSION@-macos-arm64.tar.gz"
      sha256 "@SHA256_MACOS_ARM64@"
    end
    on_intel do
      url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/ftctl-@VERSION@-macos-x64.tar.gz"
      sha256 "@SHA256_MACOS_X64@"
    end
  end

  on_linux do
    on_arm do
      url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/ftctl-@VERSION@-linux-arm64.tar.gz"
      sha256 "@SHA256_LINUX_ARM64@"
    end
    on_intel do
      url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/ftctl-@VERSION@-linux-x64.tar.gz"
      sha256 "@SHA256_LINUX_X64@"
    end
  end

  def install
    # Its Java looks for the archive of classes beside the jar, by the jar's time: the folder stays as it is.
    libexec.install Dir["*"]
    bin.install_symlink libexec/"bin/ftctl"
    bash_completion.install_symlink libexec/"share/bash-completion/completions/ftctl"
    zsh_completion.install_symlink libexec/"share/zsh/vendor-completions/_ftctl"
    fish_completion.install_symlink libexec/"share/fish/vendor_completions.d/ftctl.fish"
    man1.install_symlink Dir[libexec/"share/man/man1/*"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/ftctl version")
    (testpath/"manifests/group.yaml").write "kind: Group\nmetadata: {name: finance}\n"
    assert_match "1 create", shell_output("#{bin}/ftctl plan --sandbox manifests")
  end
end
