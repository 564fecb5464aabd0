# frozen_string_literal: true

# Runs posts through the Jekyll that is installed, each in a site of its own, and tells what Jekyll made of it.
# In: JSON {"now": ISO, "posts": [{"file": path from the site's root, "source": base64, "files": {path: text}}]}.
# Out: JSON {"versions": {...}, "recorded": [...]}, one entry a post, in the form of test/fixtures/conformance.

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

def site_of(folder, now, overrides = {})
  config = Jekyll.configuration(
    {
      "source"        => folder,
      "destination"   => File.join(folder, "_site"),
      "time"          => Time.parse(now),
      "disable_disk_cache" => true,
    }.merge(overrides)
  )
  Jekyll::Site.new(config)
end

def read(folder, now, file, overrides = {})
  site = site_of(folder, now, overrides)
  site.reset
  site.read
  path = File.join(folder, file)
  document = site.documents.find { |candidate| candidate.is_a?(Jekyll::Document) && candidate.path == path }
  [site, document]
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

def failure?(messages)
  messages.any? { |level, text| level == "error" && text =~ %r!Error:\s! }
end

def record(post, now, listener)
  Dir.mktmpdir("conference-notes-live-") do |folder|
    post.fetch("files", {}).merge(post["file"] => nil).each do |path, text|
      target = File.join(folder, path)
      FileUtils.mkdir_p(File.dirname(target))
      File.binwrite(target, text || Base64.decode64(post["source"]))
    end
    listener.messages.clear
    # What the site before has set.
    ENV["TZ"] = "UTC"
    Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
    begin
      site, document = read(folder, now, post["file"])
      reason = reason_in(listener.messages, folder)
      if document.nil?
        _, hidden = read(folder, now, post["file"], "future" => true, "unpublished" => true, "show_drafts" => true)
        next({ "outcome" => "skipped", "reason" => reason }) if hidden.nil?

        content = hidden.content.dup
        site.render
        next({ "outcome" => "hidden", "reason" => reason }.merge(known(hidden, content)))
      end
      content = document.content.dup
      bare = failure?(listener.messages)
      site.generate
      site.render
      # Documents of collections other than posts are read and rendered, and only not written.
      next({ "outcome" => "hidden", "reason" => reason }.merge(known(document, content))) unless document.write?

      if bare
        none = { "markdown" => "", "html" => "", "from" => "none", "wholePost" => false }
        next({ "outcome" => "bare", "reason" => reason, "title" => nil, "date" => nil, "url" => nil, "tags" => nil,
               "categories" => [], "excerpt" => none, })
      end
      source = File.read(File.join(folder, post["file"]), :encoding => "bom|utf-8")
      text = source !~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP
      { "outcome" => text ? "text" : "published", "reason" => text || reason.empty? ? nil : reason }.merge(known(document, content))
    rescue Exception => e # Jekyll's own errors end the process, and so derive from it
      { "outcome" => "build-error", "reason" => "#{e.class}: #{e.message}".gsub("#{folder}/", "")[0, 300] }
    end
  end
end

# SafeYAML's own loader leaves this file out.
def safe_yaml_version
  require "safe_yaml/version"
  SafeYAML::VERSION
end

input = JSON.parse($stdin.read)
ENV["TZ"] = "UTC"
listener = Listener.new
Jekyll.logger = listener
Jekyll.logger.adjust_verbosity(:quiet => false)
recorded = input["posts"].map { |post| record(post, input["now"], listener) }
yaml = defined?(SafeYAML) ? "SafeYAML #{safe_yaml_version}" : "Psych #{Psych::VERSION}"
versions = { "jekyll" => Jekyll::VERSION, "liquid" => Liquid::VERSION, "kramdown" => Kramdown::VERSION,
             "yaml" => yaml, "ruby" => RUBY_VERSION, }
$stdout.write(JSON.generate({ "versions" => versions, "recorded" => recorded }))
