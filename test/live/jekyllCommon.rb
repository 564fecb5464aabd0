# frozen_string_literal: true

# What the scripts that run Jekyll have in common.

require "base64"
require "fileutils"
require "jekyll"
require "json"
require "tmpdir"

# Keeps what Jekyll would print.
class Listener
  attr_reader :messages

  def initialize
    @messages = []
  end

  %w(debug info warn error).each do |level|
    define_method(level) do |message = nil, &block|
      text = (message || (block && block.call)).to_s
      @messages << [level, text] if %w(warn error).include?(level)
    end
    define_method("#{level}?") { true }
  end

  attr_accessor :level, :progname, :formatter
end

# What an excerpt was made of, after Document#generate_excerpt and Excerpt#extract_excerpt.
# @param content the document's own, as it was before kramdown changed its line ends
def excerpt_of(document, content)
  excerpt = document.data["excerpt"]
  return { "markdown" => "", "html" => "", "from" => "none", "wholePost" => false } if excerpt.nil?

  unless excerpt.is_a?(Jekyll::Excerpt)
    return { "markdown" => excerpt.to_s, "html" => excerpt.to_s, "from" => "front-matter", "wholePost" => false }
  end

  separator = document.excerpt_separator
  found = content.include?(separator)
  from = if !found then "whole-post"
         elsif separator == "\n\n" then "first-block"
         else "separator"
         end
  { "markdown" => excerpt.content, "html" => excerpt.output, "from" => from, "wholePost" => !found }
end

# A list or a hash inside itself is written as Ruby writes it.
def plain(value, around = [])
  return value.is_a?(Array) ? "[...]" : "{...}" if around.any? { |outer| outer.equal?(value) }

  case value
  when Array then value.map { |item| plain(item, around + [value]) }
  when Hash then value.to_h { |key, item| [key.to_s, plain(item, around + [value])] }
  when Float then value.finite? ? value : value.to_s # JSON has no infinity
  when String, Numeric, true, false, nil then value
  else value.to_s
  end
end

def known(document, content)
  {
    "title"      => document.data["title"].nil? ? nil : document.data["title"].to_s,
    "date"       => document.date.iso8601,
    "url"        => document.url,
    "tags"       => plain(document.data["tags"]),
    "categories" => plain(document.data["categories"]),
    "excerpt"    => excerpt_of(document, content),
  }
end

# What Jekyll said, without where it was built and that there is no configuration.
def reason_in(messages, folder)
  messages.map { |level, text| "#{level}: #{text.strip.squeeze(" ")}" }
    .reject { |line| line.include?("Configuration file: none") }
    .join("; ").gsub("#{folder}/", "")[0, 300]
end

# SafeYAML's own loader leaves this file out.
def safe_yaml_version
  require "safe_yaml/version"
  SafeYAML::VERSION
end

# Has Jekyll talk to a listener alone.
def listen
  ENV["TZ"] = "UTC"
  listener = Listener.new
  Jekyll.logger = listener
  Jekyll.logger.adjust_verbosity(:quiet => false)
  listener
end

def versions
  yaml = defined?(SafeYAML) ? "SafeYAML #{safe_yaml_version}" : "Psych #{Psych::VERSION}"
  { "jekyll" => Jekyll::VERSION, "liquid" => Liquid::VERSION, "kramdown" => Kramdown::VERSION,
    "yaml" => yaml, "ruby" => RUBY_VERSION, }
end
